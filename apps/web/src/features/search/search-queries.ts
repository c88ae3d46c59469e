import type { SearchPage } from '@kith/contract'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { type Filters, queryOf } from '../../lib/filters.ts'

/** Everything that I may find by these words and filters. */
export function searchQuery(q: string, filters: Filters) {
  return infiniteQueryOptions({
    queryKey: ['search', q, filters],
    queryFn: ({ pageParam, signal }) =>
      api.get<SearchPage>('/search', {
        signal,
        query: { q, ...queryOf(filters), cursor: pageParam ?? undefined },
      }),
    initialPageParam: startCursor(),
    getNextPageParam: ({ cursor }) => cursor,
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
}

function startCursor(): string | null {
  return null
}

/** The words of a search that are to be marked where they are found. */
export function wordsToMark(q: string): string[] {
  const wanted = q.replaceAll(/(^|\s)-\S+/g, ' ')
  return wanted.match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? []
}
