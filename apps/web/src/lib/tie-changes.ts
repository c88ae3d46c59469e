import type { ChangeTie, TieView } from '@kith/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { refetchEverything } from './live/apply-live.ts'

/** Changes my side of a tie. What I hear may change with it, so everything shown is fetched again. */
export function useChangeTie(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (change: ChangeTie) => api.patch<TieView>(`/ties/${id}`, change),
    onSuccess: () => refetchEverything(queryClient),
  })
}
