import type { MakeObjection, ObjectionState } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export function useMakeObjection() {
  return useMutation({ mutationFn: (objection: MakeObjection) => api.post('/objections', objection) })
}

/** How far the objection of a link has come. */
export function objectionQuery(secret: string) {
  return queryOptions({
    queryKey: ['objection', secret],
    queryFn: ({ signal }) => api.get<ObjectionState>(`/objections/${encodeURIComponent(secret)}`, { signal }),
  })
}

export function useConfirmObjection(secret: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.post(`/objections/${encodeURIComponent(secret)}/confirm`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['objection', secret] }),
  })
}

export function useAppealObjection(secret: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (words: string) => api.post(`/objections/${encodeURIComponent(secret)}/appeal`, { words }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['objection', secret] }),
  })
}
