import type { Entry } from '@kith/contract'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** How one gets in here. */
export const entryQuery = queryOptions({
  queryKey: ['entry'],
  queryFn: ({ signal }) => api.get<Entry>('/entry', { signal }),
})

/** Waits for what decides how large the page is, so that nothing of it moves; without an answer it stands as it can. */
export function awaitEntry(queryClient: QueryClient): Promise<void> {
  return queryClient.prefetchQuery({ ...entryQuery, retry: false })
}
