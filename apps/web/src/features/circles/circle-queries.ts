import type { ChangeCircle, ChangeMembers, Circle, MakeCircle } from '@kith/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, newKey } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'

function useCirclesChanged() {
  const queryClient = useQueryClient()
  return () => {
    for (const room of ['circles', 'ties', 'audience', 'care', 'notifications'])
      void queryClient.invalidateQueries({ queryKey: [room] })
  }
}

/** Adds a circle of my own. */
export function useMakeCircle() {
  const changed = useCirclesChanged()
  return useMutation({
    mutationFn: (body: MakeCircle) => api.create<Circle>('/circles', body, newKey()),
    onSuccess: changed,
  })
}

/** Renames a circle, gives it another ring, or moves it. */
export function useChangeCircle(id: string) {
  const changed = useCirclesChanged()
  return useMutation({
    mutationFn: (change: ChangeCircle) => api.patch<Circle>(`/circles/${id}`, change),
    onSuccess: changed,
  })
}

/** Deletes a circle; its people stay, and what was addressed to it alone is heard by nobody any more. */
export function useDeleteCircle(id: string) {
  const changed = useCirclesChanged()
  return useMutation({ mutationFn: () => api.delete(`/circles/${id}`), onSuccess: changed })
}

/** Puts ties into a circle and takes others out. */
export function useChangeMembers(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (change: ChangeMembers) => api.patch<Circle>(`/circles/${id}/members`, change),
    onSuccess: () => refetchEverything(queryClient),
  })
}
