import type { ClosedForMe, CloseForMe, ForMe } from '@kith/contract'
import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** What ties passed on or addressed to me, newest first. */
export const forMeQuery = infiniteQueryOptions({
  queryKey: ['for-me', 'list'],
  queryFn: ({ pageParam, signal }) => api.get<ForMe>('/for-me', { signal, query: { cursor: pageParam } }),
  initialPageParam: firstCursor(),
  getNextPageParam: ({ cursor }) => cursor ?? undefined,
})

function firstCursor(): string | undefined {
  return undefined
}

/** How many of the latest I have not seen; 0 as long as that is not known. */
export function useUnseenForMe(): number {
  const { data } = useInfiniteQuery(forMeQuery)
  const { asks = [], items = [] } = data?.pages[0] ?? {}
  return [...asks, ...items].filter(({ unseen }) => unseen).length
}

/** From whom and of what I want nothing. */
export const closedQuery = queryOptions({
  queryKey: ['for-me', 'closed'],
  queryFn: ({ signal }) => api.get<ClosedForMe>('/for-me/closed', { signal }),
})

/** Opens it again. */
export function useOpen() {
  return useForMeWrite((wish: CloseForMe) =>
    api.delete(
      wish.what === 'kind' ? `/for-me/closed/kinds/${wish.kind}` : `/for-me/closed/people/${wish.person}`,
    ),
  )
}

/** I have seen all that there was at a moment. */
export function useSeeForMe() {
  return useForMeWrite((asOf: string) => api.post('/for-me/seen', { asOf }))
}

function useForMeWrite<Wish>(write: (wish: Wish) => Promise<unknown>) {
  const refetch = useRefetchForMe()
  return useMutation({ mutationFn: write, onSuccess: refetch })
}

/** What stands under "for me" is what the bell tells of as well. */
export function useRefetchForMe(): () => void {
  const queryClient = useQueryClient()
  return () => {
    void queryClient.invalidateQueries({ queryKey: ['for-me'] })
    void queryClient.invalidateQueries({ queryKey: ['notifications'] })
  }
}
