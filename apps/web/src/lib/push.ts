import { useSyncExternalStore } from 'react'

/**
 * Whether this browser can show what a push service calls for: `granted` and `denied` are its person’s word, `default` is
 * none yet, `homeScreen` needs Kith there first, as on an iPhone.
 */
export type PushChance = NotificationPermission | 'homeScreen' | 'impossible'

/** The browser’s person has not said that Kith may show notifications. */
export class PushRefused extends Error {
  override name = 'PushRefused'
}

/** The browser has no place at its push service to give. */
export class PushUnreachable extends Error {
  override name = 'PushUnreachable'
}

/** Whether this device can be told, kept up to date when its person changes that in the browser. */
export function usePushChance(): PushChance {
  return useSyncExternalStore(watchPermission, pushChance)
}

/** Asks the browser’s person, then its push service; answers where that takes calls for this device. */
export async function openPush(key: string): Promise<string> {
  if ((await Notification.requestPermission()) !== 'granted') throw new PushRefused()
  try {
    const { pushManager } = await currentWorker()
    // One that was made for another key would be in the way.
    await (await pushManager.getSubscription())?.unsubscribe()
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
    return made.endpoint
  } catch (cause) {
    throw new PushUnreachable('no push service', { cause })
  }
}

/** Gives the place at the push service back. */
export async function closePush(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  await (await registration?.pushManager.getSubscription())?.unsubscribe()
}

// Where none was registered, as in some private windows, `ready` would be waited for without end.
async function currentWorker(): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.getRegistration()
  if (registration === undefined) throw new Error('no service worker')
  return navigator.serviceWorker.ready
}

function pushChance(): PushChance {
  if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) {
    return Notification.permission
  }
  return isHandheldOfApple() && !matchMedia('(display-mode: standalone)').matches
    ? 'homeScreen'
    : 'impossible'
}

// An iPad calls itself a Mac, of which none has a screen to touch.
function isHandheldOfApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}

function watchPermission(changed: () => void): () => void {
  const ending = new AbortController()
  const { signal } = ending
  // Not every browser tells of it; looking again when its person comes back does for those.
  addEventListener('focus', changed, { signal })
  navigator.permissions
    ?.query({ name: 'notifications' })
    .then((status) => status.addEventListener('change', changed, { signal }))
    .catch(() => undefined)
  return () => ending.abort()
}
