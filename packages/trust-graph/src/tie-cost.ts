import { DEAREST_COST } from './model-constants.ts'

/** The cost of a strength in (0, 1]: a whole number from 0 (strength 1) to 4095. */
export function costOf(strength: number): number {
  if (!(strength > 0 && strength <= 1)) {
    throw new RangeError(`A strength lies above 0 and at most at 1; this one is ${strength}.`)
  }
  // Adding 0 turns the -0 of a full strength into 0.
  return Math.min(DEAREST_COST, Math.round(-1000 * Math.log(strength))) + 0
}

const TRUST = Float64Array.from({ length: DEAREST_COST + 1 }, (_, cost) => Math.exp(-cost / 1000))

/** The trust that a cost from 0 to 4095 stands for, in (0, 1]. */
export function trustOf(cost: number): number {
  return TRUST[cost]!
}
