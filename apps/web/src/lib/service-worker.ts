import { whenIdle } from './when-idle.ts'

/**
 * Lets the app be opened without a network and be installed. Only once the page is there and has nothing better to do:
 * what the service worker keeps must not be in the way of a first visit. Whoever needs the registration waits for
 * `navigator.serviceWorker.ready`.
 */
export function registerServiceWorker(): void {
  // Away from https and localhost a browser has none.
  if (!('serviceWorker' in navigator)) return
  if (document.readyState === 'complete') registerWhenIdle()
  else addEventListener('load', registerWhenIdle, { once: true })
}

function registerWhenIdle(): void {
  whenIdle(() => {
    // A private window may refuse; the app is the same without.
    navigator.serviceWorker.register('/service-worker.js').catch(() => {})
  })
}
