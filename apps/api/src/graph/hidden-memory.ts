import type { TrustGraph } from '@kith/trust-graph'
import type { PairRow } from './fact-rows.ts'

type Tell = (engine: TrustGraph, viewer: number, hidden: number, is: boolean) => void

/**
 * What each viewer hides, as the engine was told: a change names the viewer alone, so that what is hidden no longer has
 * to be found by comparing.
 */
class HiddenMemory {
  readonly #tell: Tell
  readonly #told = new Map<number, Set<number>>()

  constructor(tell: Tell) {
    this.#tell = tell
  }

  /** All that these viewers hide now. */
  replace(engine: TrustGraph, viewers: readonly number[], rows: readonly PairRow[]): void {
    for (const viewer of viewers) {
      const now = new Set(rows.filter((row) => row.a === viewer).map((row) => row.b))
      for (const hidden of this.#told.get(viewer) ?? []) {
        if (!now.has(hidden)) this.#tell(engine, viewer, hidden, false)
      }
      for (const hidden of now) this.#tell(engine, viewer, hidden, true)
      if (now.size > 0) this.#told.set(viewer, now)
      else this.#told.delete(viewer)
    }
  }

  add(engine: TrustGraph, { a: viewer, b: hidden }: PairRow): void {
    const known = this.#told.get(viewer)
    if (known) known.add(hidden)
    else this.#told.set(viewer, new Set([hidden]))
    this.#tell(engine, viewer, hidden, true)
  }
}

/** Memories of voices and posts, empty as a new engine is. */
export function createHiddenMemories() {
  return {
    voices: new HiddenMemory((engine, viewer, person, is) => engine.setHiddenVoice(viewer, person, is)),
    posts: new HiddenMemory((engine, viewer, post, is) => engine.setHiddenPost(viewer, post, is)),
  }
}
export type HiddenMemories = ReturnType<typeof createHiddenMemories>
