import { useEffect, useEffectEvent } from 'react'
import { api } from './api.ts'

const EVERY_MS = 10_000

/** Calls once Kith answers again: it is asked as soon as the device has a network, and now and then. Null waits for nothing. */
export function useWhenReachable(onReachable: (() => void) | null): void {
  const waits = onReachable !== null
  const reached = useEffectEvent(() => onReachable?.())
  useEffect(() => {
    if (!waits) return
    const gone = new AbortController()
    const ask = () => {
      if (navigator.onLine) api.get('/entry', { signal: gone.signal }).then(reached, () => {})
    }
    const timer = setInterval(ask, EVERY_MS)
    addEventListener('online', ask, { signal: gone.signal })
    return () => {
      clearInterval(timer)
      gone.abort()
    }
  }, [waits])
}
