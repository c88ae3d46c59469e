import { DECAY_COST, FLOOR_COST, LONGEST_CHAIN, MOST_TRUSTED } from '../src/model-constants.ts'
import type { SideGraph } from './graph-file.ts'

/** A graph that is ready to be searched. */
export interface LoadedReach {
  /** The sum of the costs of the most trusted of a viewer. */
  search(viewer: number): number
}

/** The layered search with maps: right, and slow. */
export function loadReach(graph: SideGraph): LoadedReach {
  return {
    search: (viewer) =>
      [...strongest(graph, viewer).values()]
        .sort((one, other) => one - other)
        .slice(0, MOST_TRUSTED)
        .reduce((sum, cost) => sum + cost, 0),
  }
}

function strongest({ offsets, targets, costs }: SideGraph, viewer: number): Map<number, number> {
  const best = new Map<number, number>()
  // Own word: a tie of the viewer is reached by that tie or not at all.
  const own = new Set([viewer])
  for (let side = offsets[viewer]!; side < offsets[viewer + 1]!; side++) {
    own.add(targets[side]!)
    if (costs[side]! <= FLOOR_COST) best.set(targets[side]!, costs[side]!)
  }
  let layer = new Map(best)
  for (let ties = 2; ties <= LONGEST_CHAIN; ties++) {
    const next = new Map<number, number>()
    for (const [carrier, base] of layer) {
      for (let side = offsets[carrier]!; side < offsets[carrier + 1]!; side++) {
        const person = targets[side]!
        const cost = base + DECAY_COST + costs[side]!
        if (cost > FLOOR_COST) break
        const known = Math.min(best.get(person) ?? Infinity, next.get(person) ?? Infinity)
        if (cost < known && !own.has(person)) next.set(person, cost)
      }
    }
    for (const [person, cost] of next) best.set(person, cost)
    layer = next
  }
  return best
}
