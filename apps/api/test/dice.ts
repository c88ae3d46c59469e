/** Chance that can be repeated. */
export interface Dice {
  /** An integer in [0, sides). */
  roll(sides: number): number
  chance(share: number): boolean
  pick<T>(of: readonly T[]): T
  some<T>(of: readonly T[], share: number): T[]
}

/** Mulberry32: the same seed gives the same throws. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const roll = (sides: number) => Math.floor(next() * sides)
  return {
    roll,
    chance: (share) => next() < share,
    pick: (of) => {
      const picked = of[roll(of.length)]
      if (picked === undefined) throw new Error('expected something to pick from')
      return picked
    },
    some: (of, share) => of.filter(() => next() < share),
  }
}
