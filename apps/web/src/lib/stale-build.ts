import { tabStorage } from './write-positions.ts'

const KEY = 'kith.reloaded'
const ONCE_MS = 60_000

/**
 * A page that was open while a new version came asks for files that are gone: it is loaded anew, at most once a
 * minute, and never without a network.
 */
export function reloadWhenStale(): void {
  addEventListener('vite:preloadError', () => {
    const storage = tabStorage()
    const last = Number(storage?.getItem(KEY) ?? 0)
    if (storage === null || !navigator.onLine || Date.now() - last < ONCE_MS) return
    storage.setItem(KEY, String(Date.now()))
    location.reload()
  })
}
