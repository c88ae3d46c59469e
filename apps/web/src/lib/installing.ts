import { useSyncExternalStore } from 'react'

/** What a browser fires that offers by itself to install the app. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

declare global {
  interface WindowEventMap {
    beforeinstallprompt: InstallOffer
  }
  interface Navigator {
    /** On iOS alone: whether it runs from the home screen. */
    readonly standalone?: boolean
  }
}

/** How this browser puts Kith on the home screen: by a press, by hand, or not at all; `done` where it is there already. */
export type InstallWay = 'press' | 'by-hand' | 'done' | 'none'

const listeners = new Set<() => void>()
let offer: InstallOffer | null = null
let isInstalled = false

/** Keeps what the browser offers until somebody asks for it: no banner comes by itself. */
export function listenForInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    change(() => {
      offer = event
    })
  })
  addEventListener('appinstalled', () =>
    change(() => {
      isInstalled = true
    }),
  )
}

/** How Kith can be put on the home screen here and now. */
export function useInstallWay(): InstallWay {
  return useSyncExternalStore(subscribe, installWay)
}

/** Lets the browser ask. An offer is good for one time. */
export async function install(): Promise<void> {
  const taken = offer
  change(() => {
    offer = null
  })
  await taken?.prompt()
}

function installWay(): InstallWay {
  if (isInstalled || navigator.standalone === true || matchMedia('(display-mode: standalone)').matches) {
    return 'done'
  }
  if (offer !== null) return 'press'
  return isAppleTouch() ? 'by-hand' : 'none'
}

function isAppleTouch(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  // An iPad calls itself a Mac, which has no touch screen.
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}

function change(how: () => void): void {
  how()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
