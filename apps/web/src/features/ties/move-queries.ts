import type { Moves } from '@kith/contract'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'

const FIRST: string | undefined = undefined

/** What moved my side of a tie, the latest first. */
export function movesQuery(tie: string) {
  return infiniteQueryOptions({
    queryKey: ['ties', tie, 'moves'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Moves>(`/ties/${tie}/moves`, { signal, query: { cursor: pageParam } }),
    initialPageParam: FIRST,
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  })
}

/** Takes one move back. What I hear may change with it, so everything shown is fetched again. */
export function useUndoMove(tie: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (move: string) => api.post<void>(`/ties/${tie}/moves/${move}/undo`),
    onSuccess: () => refetchEverything(queryClient),
  })
}
