import { type LoadedReach, loadReach } from './engine-reach.ts'
import type { SideGraph } from './graph-file.ts'
import type { SideChange } from './side-changes.ts'

/** A graph that changes in place, with its sides in both directions. */
export interface LoadedTies extends LoadedReach {
  insert(side: SideChange): void
  reweight(side: SideChange): void
  remove(side: SideChange): void
  /** Of all sides, forward and reverse; undefined where nobody counts. */
  bytes(): number | undefined
}

/** Lists of sides kept in order of cost, packed again before a search that follows a change: right, and slow. */
export function loadTies(graph: SideGraph): LoadedTies {
  const lists = Array.from({ length: graph.people }, (_, person) => sidesOf(graph, person))
  let packed: LoadedReach | undefined
  const remove = ({ from, to }: SideChange) => {
    packed = undefined
    const list = lists[from]!
    list.splice(
      list.findIndex((side) => side.to === to),
      1,
    )
  }
  const insert = ({ from, to, cost }: SideChange) => {
    packed = undefined
    const list = lists[from]!
    const place = list.findIndex((side) => side.cost > cost)
    list.splice(place < 0 ? list.length : place, 0, { to, cost })
  }
  return {
    insert,
    remove,
    reweight(side) {
      remove(side)
      insert(side)
    },
    bytes: () => undefined,
    search(viewer) {
      packed ??= loadReach(packedLists(lists))
      return packed.search(viewer)
    },
  }
}

type Side = Pick<SideChange, 'to' | 'cost'>

function sidesOf({ offsets, targets, costs }: SideGraph, person: number): Side[] {
  const sides: Side[] = []
  for (let side = offsets[person]!; side < offsets[person + 1]!; side++) {
    sides.push({ to: targets[side]!, cost: costs[side]! })
  }
  return sides
}

function packedLists(lists: readonly (readonly Side[])[]): SideGraph {
  const offsets = new Int32Array(lists.length + 1)
  for (const [person, list] of lists.entries()) offsets[person + 1] = offsets[person]! + list.length
  const sides = lists.flat()
  return {
    people: lists.length,
    offsets,
    targets: Int32Array.from(sides, ({ to }) => to),
    costs: Uint16Array.from(sides, ({ cost }) => cost),
  }
}
