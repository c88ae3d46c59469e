import { useEffect, useState } from 'react'
import { now } from './clock.ts'

const MINUTE_MS = 60_000

/**
 * The minutes that something just made is still good for, the begun one included; 0 once it ran out. They are counted
 * from its arrival, since this device’s clock and the server’s need not agree.
 */
export function useMinutesLeft({ made, expires }: { made: string; expires: string }): number {
  const [left, setLeft] = useState(() => minutesBetween(made, expires))
  useEffect(() => {
    const ends = now().getTime() + Date.parse(expires) - Date.parse(made)
    const look = () => setLeft(Math.max(0, Math.ceil((ends - now().getTime()) / MINUTE_MS)))
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [made, expires])
  return left
}

function minutesBetween(from: string, to: string): number {
  return Math.ceil((Date.parse(to) - Date.parse(from)) / MINUTE_MS)
}
