import type { Passkey, PasskeyCreation, Passkeys } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { makePasskey } from '../../lib/passkeys.ts'

/** By which passkeys I can sign in. */
export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) => api.get<Passkeys>('/auth/passkeys', { signal }),
})

/** Has this browser make a passkey and adds it. */
export function useAddPasskey() {
  const refetch = useRefetch()
  return useMutation({
    mutationFn: async ({ password, name }: { password: string; name: string | null }) => {
      const options = await api.post<PasskeyCreation>('/auth/passkeys/begin', { password })
      return api.post<Passkey>('/auth/passkeys', { name, credential: await makePasskey(options) })
    },
    onSuccess: refetch,
  })
}

/** Gives a passkey another name, or none. */
export function useRenamePasskey(id: string) {
  const refetch = useRefetch()
  return useMutation({
    mutationFn: (name: string | null) => api.patch<Passkey>(`/auth/passkeys/${id}`, { name }),
    onSuccess: refetch,
  })
}

/** Removes a passkey; nobody signs in by it any more. */
export function useRemovePasskey() {
  const refetch = useRefetch()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/auth/passkeys/${id}`),
    onSuccess: refetch,
  })
}

function useRefetch() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries(passkeysQuery)
}
