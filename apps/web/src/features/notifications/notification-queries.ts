import type { Notifications } from '@kith/contract'
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** What there is to tell me, newest first. */
export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications'],
  queryFn: ({ pageParam, signal }) =>
    api.get<Notifications>('/notifications', { signal, query: { cursor: pageParam } }),
  initialPageParam: firstCursor(),
  getNextPageParam: ({ cursor }) => cursor ?? undefined,
})

function firstCursor(): string | undefined {
  return undefined
}

/** How many I have not seen; 0 as long as that is not known. */
export function useUnseen(): number {
  const { data } = useInfiniteQuery(notificationsQuery)
  return data?.pages[0]?.unseen ?? 0
}

/** I have seen all that there was at a moment. */
export function useSee() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (asOf: string) => api.post('/notifications/seen', { asOf }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  })
}
