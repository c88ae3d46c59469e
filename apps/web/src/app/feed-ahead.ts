import type { QueryClient } from '@tanstack/react-query'
import { type FeedFilter, feedQuery } from '../features/feed/feed-queries.ts'
import { questionsQuery } from '../features/remembered/question-queries.ts'
import { requestsQuery } from '../features/ties/tie-queries.ts'

/** Asks for what the feed shows while its script is on the way. Nobody waits for it here: the page says what is missing. */
export function fetchFeedAhead(queryClient: QueryClient, filter: FeedFilter): void {
  void queryClient.prefetchInfiniteQuery(feedQuery(filter))
  void queryClient.prefetchQuery(requestsQuery)
  void queryClient.prefetchQuery(questionsQuery)
}
