import type { OwnRecommendations, PersonPage } from '@kith/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** A person's page: all of theirs that I may see. */
export function personQuery(handle: string) {
  return queryOptions({
    queryKey: ['person', handle],
    queryFn: ({ signal }) => api.get<PersonPage>(`/people/${encodeURIComponent(handle)}`, { signal }),
  })
}

/** What I wrote, newest first; the notebook alone, or all of it. */
export function ownQuery(notebook: boolean) {
  return infiniteQueryOptions({
    queryKey: ['own', notebook ? 'notebook' : 'all'],
    queryFn: ({ pageParam, signal }) =>
      api.get<OwnRecommendations>('/recommendations', {
        signal,
        query: { cursor: pageParam, notebook: notebook ? 'true' : undefined },
      }),
    initialPageParam: firstCursor(),
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  })
}

function firstCursor(): string | undefined {
  return undefined
}
