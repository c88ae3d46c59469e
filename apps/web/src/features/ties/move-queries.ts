import type { Moves, TakenBackBecause } from '@kith/contract'
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

/** Takes one move back for this reason; undefined: it counts again. What I hear may change with it, so everything shown is fetched again. */
export function useTakeMoveBack(tie: string, move: string) {
  const queryClient = useQueryClient()
  const path = `/ties/${tie}/moves/${move}/undo`
  return useMutation({
    mutationFn: (because: TakenBackBecause | undefined) =>
      because === undefined ? api.delete(path) : api.put<void>(path, { because }),
    onSuccess: () => refetchEverything(queryClient),
  })
}
