import { useSyncExternalStore } from 'react'
import { now } from './clock.ts'

const EVERY_MS = 600_000

const listeners = new Set<() => void>()
let isThere = false
let lookedAt = 0

/** Whether the server has a newer version than the one on screen. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(subscribe, () => isThere)
}

/**
 * Looks for a newer version now and then, when another tab has brought one, and when a file of this one is gone. It is
 * never loaded by itself: somebody may be writing.
 */
export function watchForNewVersion(): void {
  addEventListener('vite:preloadError', () => void look())
  document.addEventListener('visibilitychange', lookNowAndThen)
  setInterval(lookNowAndThen, EVERY_MS)
  if (!('serviceWorker' in navigator)) return
  const worker = navigator.serviceWorker
  // The first one that this page gets is its own.
  let isOther = worker.controller !== null
  worker.addEventListener('controllerchange', () => {
    if (isOther) void look()
    isOther = true
  })
}

function lookNowAndThen(): void {
  const at = now().getTime()
  if (document.hidden || at - lookedAt < EVERY_MS) return
  lookedAt = at
  void look()
}

/** The page as it is now names another first script than the one that runs here. */
async function look(): Promise<void> {
  const own = document.querySelector('script[type=module]')?.getAttribute('src')
  if (isThere || own === null || own === undefined) return
  const answer = await fetch('/', { cache: 'no-cache' }).catch(() => null)
  if (answer === null || !answer.ok) return
  isThere = !(await answer.text()).includes(`"${own}"`)
  if (isThere) for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
