import type { BlockArena } from '../src/block-arena.ts'
import { GraphFacts } from '../src/graph-facts.ts'
import { MOST_TRUSTED } from '../src/model-constants.ts'
import { Reach } from '../src/reach.ts'
import { packSide } from '../src/side-word.ts'
import type { SideGraph } from './graph-file.ts'

/** A graph that is ready to be searched. */
export interface LoadedReach {
  /** The sum of the costs of the most trusted of a viewer. */
  search(viewer: number): number
}

/** The engine over a graph of single sides, which no fact can tell it: the product's ties have two. */
export function loadReach(graph: SideGraph): LoadedReach {
  const facts = new GraphFacts(0)
  fillSides(facts, facts.ties.from, graph)
  return searchesOf(facts)
}

export function searchesOf(facts: GraphFacts): LoadedReach {
  const reach = new Reach(facts, MOST_TRUSTED)
  return {
    search(viewer) {
      reach.of(viewer + 1)
      let sum = 0
      for (let place = 0; place < reach.count; place++) sum += reach.cost(reach.ranked(place))
      return sum
    },
  }
}

/** Lays the sides of everybody into lists of their length. Persons of the engine count from 1. */
export function fillSides(facts: GraphFacts, lists: BlockArena, graph: SideGraph): void {
  const { people, offsets, targets, costs } = graph
  lists.reserve(lists.wordsForAtMost(targets.length))
  for (let person = 0; person < people; person++) {
    facts.people.set(person + 1, { carries: true })
    let at = lists.allot(person + 1, offsets[person + 1]! - offsets[person]!)
    for (let side = offsets[person]!; side < offsets[person + 1]!; side++, at += 2) {
      lists.data[at] = targets[side]! + 1
      lists.data[at + 1] = packSide(costs[side]!, false, 0)
    }
  }
}
