import type { FeedCard, FeedOrder, FeedPage } from '@kith/contract'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { type Filters, queryOf } from '../../lib/filters.ts'
import { keyOf } from './feed-difference.ts'

export interface FeedFilter extends Filters {
  order: FeedOrder
  /** Asks alone; both when it is not said. */
  only?: 'asks'
}

function fetchPage(filter: FeedFilter, cursor: string | null, signal: AbortSignal): Promise<FeedPage> {
  return api.get<FeedPage>('/feed', {
    signal,
    query: {
      order: filter.order,
      only: filter.only,
      ...queryOf(filter),
      cursor: cursor ?? undefined,
    },
  })
}

/** The feed as it is being read. It never refetches by itself: nothing may move under the reader's eyes. */
export function feedQuery(filter: FeedFilter) {
  return infiniteQueryOptions({
    queryKey: ['feed', filter],
    queryFn: ({ pageParam, signal }) => fetchPage(filter, pageParam, signal),
    initialPageParam: startCursor(),
    getNextPageParam: ({ cursor }) => cursor,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  })
}

function startCursor(): string | null {
  return null
}

/** The same stretch of the feed as it would read now, fetched beside it when live said that something changed. */
export function feedNowQuery(filter: FeedFilter, pages: number, news: number) {
  return queryOptions({
    queryKey: ['live', 'feed-now', filter, news, pages],
    queryFn: ({ signal }) => fetchStretch(filter, pages, signal),
    enabled: news > 0 && pages > 0,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
}

async function fetchStretch(filter: FeedFilter, pages: number, signal: AbortSignal): Promise<FeedPage[]> {
  const stretch: FeedPage[] = []
  let cursor = startCursor()
  do {
    const page = await fetchPage(filter, cursor, signal)
    stretch.push(page)
    cursor = page.cursor
  } while (cursor !== null && stretch.length < pages)
  return stretch
}

/** The offers that I said yes to. */
export const offersQuery = queryOptions({
  queryKey: ['feed', 'offers'],
  queryFn: ({ signal }) => api.get<FeedPage>('/feed', { signal, query: { lane: 'offers' } }),
})

/** All cards of some pages, each once: a changed score may have moved a card across a page's edge. */
export function cardsOf(pages: readonly FeedPage[]): FeedCard[] {
  const byKey = new Map<string, FeedCard>()
  for (const card of pages.flatMap((page) => page.cards)) {
    if (!byKey.has(keyOf(card))) byKey.set(keyOf(card), card)
  }
  return [...byKey.values()]
}
