import type { Blocks, ChangeMe, ChangePassword, HiddenVoices, Me, Sessions } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { leave } from '../../lib/leave.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'
import { letTakeEffect } from '../../ui/undoable.ts'

/** Where I am signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.get<Sessions>('/auth/sessions', { signal }),
  select: ({ sessions }) => sessions,
})

/** Whom I blocked. */
export const blocksQuery = queryOptions({
  queryKey: ['blocks'],
  queryFn: ({ signal }) => api.get<Blocks>('/blocks', { signal }),
  select: ({ blocks }) => blocks,
})

/** What I chose not to hear. */
export const hiddenQuery = queryOptions({
  queryKey: ['hidden'],
  queryFn: ({ signal }) => api.get<HiddenVoices>('/hidden', { signal }),
})

/** Changes what is mine: name, handle, switches, language. */
export function useChangeMe() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (change: ChangeMe) => api.patch<Me>('/me', change),
    onSuccess: (me) => queryClient.setQueryData(['me'], me),
  })
}

/** Sends my photo, in the place of the one before. */
export function useSendFace() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.set('photo', file)
      return api.upload<Me>('/me/photo', form)
    },
    onSuccess: (me) => queryClient.setQueryData(['me'], me),
  })
}

/** Removes my photo. */
export function useRemoveFace() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete('/me/photo'),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['me'] }),
  })
}

/** Ends one of my sessions. */
export function useEndSession() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/auth/sessions/${id}`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  })
}

/** Another password; every other session ends. */
export function useChangePassword() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: ChangePassword) => api.put<void>('/auth/password', body),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  })
}

/** Ends all my sessions, this one too, after what could still be undone has taken effect. */
export function useSignOutEverywhere() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      await letTakeEffect()
      await api.delete('/auth/sessions')
    },
    onSuccess: () => leave(queryClient),
  })
}

/** Takes a block back, after its seven days. The tie does not come back with it. */
export function useUnblock() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (person: string) => api.delete(`/blocks/${person}`),
    onSuccess: () => refetchEverything(queryClient),
  })
}

/** Hears a hidden voice or post again. */
export function useHearAgain() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (key: string) => api.delete(`/hidden/${key}`),
    onSuccess: () => refetchEverything(queryClient),
  })
}
