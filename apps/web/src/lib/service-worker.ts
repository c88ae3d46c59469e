import { whenUsed } from './when-used.ts'

const AT_LATEST_MS = 5_000

/**
 * Lets the app be opened without a network and be installed. Only once somebody does something with the page, or after
 * some seconds: what the service worker keeps must not be in the way of a first visit. Whoever needs the registration
 * waits for `navigator.serviceWorker.ready`.
 */
export function registerServiceWorker(): void {
  // Away from https and localhost a browser has none.
  if (!('serviceWorker' in navigator)) return
  const register = () => {
    clearTimeout(timer)
    stop()
    // A private window may refuse; the app is the same without.
    navigator.serviceWorker.register('/service-worker.js').catch(() => {})
  }
  const stop = whenUsed(register)
  const timer = setTimeout(register, AT_LATEST_MS)
}
