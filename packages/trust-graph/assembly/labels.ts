import { FLOOR_COST } from '../src/model-constants'
import { add, word } from './words'

/** The labels of a search: four words each, {person, cost, label before, hash of the carrier}. */

/** Bytes of a label. */
export const LABEL: usize = 16
/** The cost in the second word of a label, and the mark beside it of one that a cheaper label of the same person outdid. */
export const COST: i32 = 0xfff
export const DEAD: i32 = 1 << 12

export let labels: usize = 0

/** Of a counting sort: where the labels of each cost begin. */
export const places = memory.data((FLOOR_COST + 2) * 4)

export function placeLabels(at: usize): void {
  labels = at
}

export function personOf(label: i32): i32 {
  return load<i32>(labels + <usize>label * LABEL)
}

/** Above every cost where the label is dead. */
export function costOf(label: i32): i32 {
  return load<i32>(labels + <usize>label * LABEL, 4)
}

/** Where the labels of each cost up to the bound begin, if they are put in order. */
export function countCosts(from: i32, to: i32, bound: i32): void {
  memory.fill(places, 0, (<usize>(bound + 2)) << 2)
  for (let label = from; label < to; label++) {
    const cost = costOf(label)
    if (cost <= bound) add(places, cost + 1, 1)
  }
  for (let cost = 0; cost <= bound; cost++) add(places, cost + 1, word(places, cost))
}
