import { GraphFacts } from '../src/graph-facts.ts'
import { packSide } from '../src/side-word.ts'
import { COSTS, packed } from './edge-list.ts'
import { fillSides, type LoadedReach, searchesOf } from './engine-reach.ts'
import type { SideGraph } from './graph-file.ts'
import type { SideChange } from './side-changes.ts'

/** A graph that changes in place, with its sides in both directions. */
export interface LoadedTies extends LoadedReach {
  insert(side: SideChange): void
  reweight(side: SideChange): void
  remove(side: SideChange): void
  /** Of all blocks of sides, forward and reverse, the free ones included. */
  bytes(): number
}

export function loadTies(graph: SideGraph): LoadedTies {
  const facts = new GraphFacts(0)
  const { ties } = facts
  fillSides(facts, ties.from, graph)
  fillSides(facts, ties.into, reversed(graph))
  const set = ({ from, to, cost }: SideChange) => ties.set(from + 1, to + 1, packSide(cost, false, 0))
  return {
    ...searchesOf(facts),
    insert: set,
    reweight: ({ from, to, cost }) => ties.setCost(from + 1, to + 1, cost),
    remove: ({ from, to }) => ties.delete(from + 1, to + 1),
    bytes: () => 4 * (ties.from.end + ties.into.end),
  }
}

/** The same sides by whom they lead to. */
function reversed({ people, offsets, targets, costs }: SideGraph): SideGraph {
  const keys = new Float64Array(targets.length)
  for (let person = 0; person < people; person++) {
    for (let side = offsets[person]!; side < offsets[person + 1]!; side++)
      keys[side] = person * COSTS + costs[side]!
  }
  return packed(people, targets, keys)
}
