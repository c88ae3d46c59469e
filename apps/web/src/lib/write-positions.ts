import { LIMITS } from '@kith/contract'

/** How far the change log stood after this browser's last writes; opaque to us, at most eight are kept. */
export interface WritePositions {
  add(position: string): void
  last(): readonly string[]
}

const KEY = 'kith.positions'

/** Positions that survive a reload of this tab, newest last. */
export function createWritePositions(storage: Pick<Storage, 'getItem' | 'setItem'> | null): WritePositions {
  let kept = (storage?.getItem(KEY) ?? '').split(',').filter((position) => position !== '')
  return {
    add(position) {
      kept = [...kept.filter((other) => other !== position), position].slice(-LIMITS.positions)
      storage?.setItem(KEY, kept.join(','))
    },
    last: () => kept,
  }
}

/** This tab's storage; null where the browser refuses it. */
export function tabStorage(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}
