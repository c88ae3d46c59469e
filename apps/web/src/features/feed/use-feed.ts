import type { FeedPage } from '@kith/contract'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { FEED_NEWS_KEY, GONE_KEY } from '../../lib/live/apply-live.ts'
import { countNew, stillVisible } from './feed-difference.ts'
import { cardsOf, type FeedFilter, feedNowQuery, feedQuery } from './feed-queries.ts'

const NONE: readonly string[] = []

/** The feed on screen: its cards, how many new ones wait above, and what shows them. */
export function useFeed(filter: FeedFilter) {
  const queryClient = useQueryClient()
  const feed = useInfiniteQuery(feedQuery(filter))
  const pages = feed.data?.pages ?? []
  const { data: news = 0 } = useQuery<number>({ queryKey: FEED_NEWS_KEY, enabled: false })
  const { data: gone = NONE } = useQuery<readonly string[]>({ queryKey: GONE_KEY, enabled: false })
  const { data: stretch } = useQuery(feedNowQuery(filter, pages.length, news))

  const shown = cardsOf(pages)
  const judged = cardsOf(pages.slice(0, coverage(stretch ?? []))).length
  const goneNow = new Set(gone)
  return {
    feed,
    firstPage: stretch?.[0] ?? pages[0],
    cards: [
      ...stillVisible(shown.slice(0, judged), cardsOf(stretch ?? []), goneNow),
      ...stillVisible(shown.slice(judged), null, goneNow),
    ],
    newCount: countNew(shown, cardsOf(stretch?.slice(0, 1) ?? [])),
    showNew: () => {
      const fresh = stretch
      if (fresh !== undefined) queryClient.setQueryData(feedQuery(filter).queryKey, asPages(fresh))
    },
  }
}

// Pages that were opened after the stretch was read are not judged by it, unless it reached the end.
function coverage(stretch: readonly FeedPage[]): number {
  return stretch.at(-1)?.cursor === null ? Number.POSITIVE_INFINITY : stretch.length
}

function asPages(stretch: readonly FeedPage[]) {
  const pages = [...stretch]
  return { pages, pageParams: [null, ...pages.slice(0, -1).map((page) => page.cursor)] }
}
