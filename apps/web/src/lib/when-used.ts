import { whenIdle } from './when-idle.ts'

const USES = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const

/**
 * Calls once somebody does something with the page and the browser has nothing better to do; the answer takes it back. Who
 * only looks at a page is sent nothing beyond it.
 */
export function whenUsed(work: () => void): () => void {
  const listening = new AbortController()
  let stop = () => listening.abort()
  const use = () => {
    listening.abort()
    stop = whenIdle(work)
  }
  for (const event of USES) addEventListener(event, use, { passive: true, signal: listening.signal })
  return () => stop()
}
