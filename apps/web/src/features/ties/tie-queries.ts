import type { MakeTieRequest, SortTie, TieRequest, TieRequests, TieView } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, newKey } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'

/** Who would like a tie with me, and whom I asked. */
export const requestsQuery = queryOptions({
  queryKey: ['requests'],
  queryFn: ({ signal }) => api.get<TieRequests>('/ties/requests', { signal }),
})

/** One of my ties, my side of it. */
export function tieQuery(id: string) {
  return queryOptions({
    queryKey: ['ties', id],
    queryFn: ({ signal }) => api.get<TieView>(`/ties/${id}`, { signal }),
  })
}

/** Asks for a tie by exact handle. */
export function useRequestTie() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: MakeTieRequest) => api.create<TieRequest>('/ties/requests', body, newKey()),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['requests'] }),
  })
}

/** Says yes to a request; the tie is made, sorted as I say. */
export function useAcceptRequest(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (sorting: SortTie) => api.post<TieView>(`/ties/requests/${id}/accept`, sorting),
    onSuccess: () => refetchEverything(queryClient),
  })
}

/** Says no; nobody is told. */
export function useDeclineRequest(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<void>(`/ties/requests/${id}/decline`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['requests'] }),
  })
}

/** Takes a request of mine back. */
export function useWithdrawRequest() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/ties/requests/${id}`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['requests'] }),
  })
}

/** Says that whoever accepted my invitation is the right person; its circles and closeness apply. */
export function useConfirmTie(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<TieView>(`/ties/${id}/confirm`),
    onSuccess: () => refetchEverything(queryClient),
  })
}

/** Ends a tie, silently and at once. */
export function useEndTie(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete(`/ties/${id}`),
    onSuccess: () => refetchEverything(queryClient),
  })
}
