/**
 * One side of a tie as it lies in the arena: two words, {the other end, word}. The side u→v is stored with u's outgoing
 * and with v's incoming sides, the same word in both:
 *
 *   bits 0–11  cost of u's strength for v; 4095 when ended, so that every search stops before it
 *   bit  12    u has paused v
 *   bit  13    ended: only a mark
 *   bits 16–31 v's circles that u is in: what v's audiences ask of u
 */

const COST = 0xfff
const PAUSED = 1 << 12
const ENDED = 1 << 13

/** The circle bits of a side's or a post's word. */
export const CIRCLES = 0xffff0000

export function packSide(cost: number, paused: boolean, circleMask: number): number {
  return cost | (paused ? PAUSED : 0) | (circleMask << 16)
}

export const ENDED_SIDE = COST | ENDED

export function costOfSide(word: number): number {
  return word & COST
}

export function withCost(word: number, cost: number): number {
  return (word & ~COST) | cost
}

export function isPaused(word: number): boolean {
  return (word & PAUSED) !== 0
}

export function isEnded(word: number): boolean {
  return (word & ENDED) !== 0
}
