import type { Walked } from './walk-state.ts'

/**
 * Something that somebody does through a route, drawn so that it must succeed, with what it means for the account of the
 * cast; answers whether there was anything to do.
 */
export type Act = (walked: Walked) => Promise<boolean>

/** Runs an act on whatever a draw found, if it found something. */
export function actOn<T>(
  draw: (walked: Walked) => T | undefined,
  act: (walked: Walked, drawn: T) => Promise<unknown>,
): Act {
  return async (walked) => {
    const drawn = draw(walked)
    if (drawn === undefined) return false
    await act(walked, drawn)
    return true
  }
}
