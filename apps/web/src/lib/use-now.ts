import { useEffect, useState } from 'react'
import { now } from './clock.ts'

const EVERY_MS = 15_000

/** The time, which goes on while it is shown: for what is left of something. */
export function useNow(): Date {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return at
}
