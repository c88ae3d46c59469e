import type { PasskeyRequest } from '@kith/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { whyNoPasskey } from '../../lib/passkeys.ts'
import { passkeyOfferQuery, useSignInByPasskey } from './session-queries.ts'

/**
 * Signs in by a passkey: by `press`, or as the browser offers it while one writes the address. `error` says why it came
 * to nothing, where somebody chose one.
 */
export function usePasskeySignIn(onDone: () => void) {
  const { data: request, refetch } = useQuery(passkeyOfferQuery)
  const offered = useSignInByPasskey()
  const pressed = useSignInByPasskey()
  const offer = useRef(new AbortController())
  const offerAgain = () => void refetch()

  const offerOne = useEffectEvent((one: PasskeyRequest, signal: AbortSignal) => {
    if (pressed.isPending) return
    offered.mutate(
      { request: one, mediation: 'conditional', signal },
      { onSuccess: onDone, onError: (error) => whyNoPasskey(error) ?? offerAgain() },
    )
  })
  useEffect(() => {
    if (!request) return undefined
    const leaving = new AbortController()
    offer.current = leaving
    offerOne(request, leaving.signal)
    return () => leaving.abort()
  }, [request])

  return {
    isBusy: pressed.isPending,
    error: pressed.error ?? (whyNoPasskey(offered.error) === undefined ? offered.error : null),
    press: () => {
      // A browser asks for one passkey at a time.
      offer.current.abort()
      offered.reset()
      pressed.mutate({ mediation: 'required' }, { onSuccess: onDone, onError: offerAgain })
    },
  }
}
