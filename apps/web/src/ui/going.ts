import { useSyncExternalStore } from 'react'

let going: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()

/**
 * The ids of what is being done away with just now. Lists leave them out, wherever one goes meanwhile and however often
 * they are fetched again, until that is undone, refused, or done.
 */
export function useGoing(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => going)
}

/** Hides what has this id from now on, until the returned function is called. */
export function hide(id: string): () => void {
  replace([...going, id])
  return () => replace([...going].filter((other) => other !== id))
}

function replace(next: readonly string[]): void {
  going = new Set(next)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
