import type {
  LookAround,
  MailSent,
  Me,
  PasskeyRequest,
  RequestReset,
  ResetPassword,
  SignedIn,
  SignIn,
  SignUp,
} from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { leave } from '../../lib/leave.ts'
import { type Asking, canOfferPasskeys, showPasskey } from '../../lib/passkeys.ts'
import { forgetMine } from '../../lib/remembered-mine.ts'
import { letTakeEffect } from '../../ui/undoable.ts'

const OFFERED_MS = 480_000

/** Forgets whatever somebody else saw on this device, then knows who is here now. */
function useArrival() {
  const queryClient = useQueryClient()
  return (answer: SignedIn | MailSent) => {
    if ('mailSent' in answer) return

    // Whatever watches who is here stays as it was, until the form has led on.
    queryClient.clear()
    forgetMine(answer.me.id)
    queryClient.setQueryData<Me | null>(['me'], answer.me)
  }
}

/** Signs in by e-mail and password. */
export function useSignIn() {
  const arrive = useArrival()
  return useMutation({
    mutationFn: (body: SignIn) => api.post<SignedIn>('/auth/sign-in', body),
    onSuccess: arrive,
  })
}

/** What a browser signs when it offers passkeys by itself; null where it does not. A page that stands open asks for it anew. */
export const passkeyOfferQuery = queryOptions({
  queryKey: ['passkey-offer'],
  queryFn: async () => ((await canOfferPasskeys()) ? beginPasskeySignIn() : null),
  // It is good for ten minutes.
  staleTime: OFFERED_MS,
  refetchInterval: OFFERED_MS,
  gcTime: 0,
})

/** Signs in by a passkey that the browser is asked for. */
export function useSignInByPasskey() {
  const arrive = useArrival()
  return useMutation({
    mutationFn: async ({ request, ...asking }: Asking & { request?: PasskeyRequest }) => {
      const credential = await showPasskey(request ?? (await beginPasskeySignIn()), asking)
      return api.post<SignedIn>('/auth/passkey-sign-in', { credential })
    },
    onSuccess: arrive,
  })
}

function beginPasskeySignIn(): Promise<PasskeyRequest> {
  return api.post<PasskeyRequest>('/auth/passkey-sign-in/begin')
}

/** Makes an account and signs in. */
export function useSignUp() {
  const arrive = useArrival()
  return useMutation({
    mutationFn: (body: Omit<SignUp, 'invitation' | 'firstPerson'> & Links) =>
      api.post<SignedIn | MailSent>('/auth/sign-up', body),
    onSuccess: arrive,
  })
}

interface Links {
  invitation: string | null
  firstPerson: string | null
}

/** Signs in as somebody of the demo village. */
export function useLookAround() {
  const arrive = useArrival()
  return useMutation({
    mutationFn: (body: LookAround) => api.post<SignedIn>('/auth/look-around', body),
    onSuccess: arrive,
  })
}

/** Ends this session on the server, after what could still be undone has taken effect; then this device forgets. */
export function useSignOut() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      await letTakeEffect()
      await api.post('/auth/sign-out')
    },
    onSuccess: () => leave(queryClient),
  })
}

/** Asks for a link to set a new password; the answer is the same for every address. */
export function useRequestReset() {
  return useMutation({ mutationFn: (body: RequestReset) => api.post<void>('/auth/reset-request', body) })
}

/** Sets a new password by the link of a letter. */
export function useResetPassword() {
  return useMutation({ mutationFn: (body: ResetPassword) => api.post<void>('/auth/reset', body) })
}
