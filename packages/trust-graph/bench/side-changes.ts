import { costOf } from '../src/index.ts'
import { COSTS, packed } from './edge-list.ts'
import type { SideGraph } from './graph-file.ts'
import { seededRandom } from './seeded-random.ts'

export type ChangeKind = 'insert' | 'reweight' | 'remove'

export interface SideChange {
  readonly from: number
  readonly to: number
  /** Of a removed side, what it cost. */
  readonly cost: number
}

/**
 * Draws changes of a graph by seed and keeps count of what it has become. New sides lead anywhere, and never to where one
 * has been before; weights are spread over the strengths that closeness and experience give.
 */
export class SideChanges {
  readonly #first: SideGraph
  readonly #random: () => number
  readonly #sources: Int32Array
  readonly #keys: Float64Array
  readonly #added = new Set<number>()
  #count: number

  /** `mostInserts` bounds how many sides may be inserted. */
  constructor(graph: SideGraph, seed: number, mostInserts: number) {
    this.#first = graph
    this.#random = seededRandom(seed)
    this.#count = graph.targets.length
    this.#sources = new Int32Array(this.#count + mostInserts)
    this.#keys = new Float64Array(this.#count + mostInserts)
    for (let person = 0; person < graph.people; person++) {
      for (let side = graph.offsets[person]!; side < graph.offsets[person + 1]!; side++) {
        this.#sources[side] = person
        this.#keys[side] = graph.targets[side]! * COSTS + graph.costs[side]!
      }
    }
  }

  /** The next change of a kind; it counts as made. */
  draw(kind: ChangeKind): SideChange {
    if (kind === 'insert') return this.#insert()
    const side = this.#below(this.#count)
    const from = this.#sources[side]!
    const to = Math.floor(this.#keys[side]! / COSTS)
    if (kind === 'remove') {
      const cost = this.#keys[side]! % COSTS
      this.#count--
      this.#sources[side] = this.#sources[this.#count]!
      this.#keys[side] = this.#keys[this.#count]!
      return { from, to, cost }
    }
    const cost = this.#cost()
    this.#keys[side] = to * COSTS + cost
    return { from, to, cost }
  }

  /** The graph after all changes so far, packed afresh. O(sides · log). */
  graph(): SideGraph {
    return packed(
      this.#first.people,
      this.#sources.subarray(0, this.#count),
      this.#keys.subarray(0, this.#count),
    )
  }

  #insert(): SideChange {
    const { people } = this.#first
    let [from, to] = [0, 0]
    do {
      from = this.#below(people)
      to = this.#below(people)
    } while (from === to || this.#hasBeen(from, to))
    const cost = this.#cost()
    this.#added.add(from * people + to)
    this.#sources[this.#count] = from
    this.#keys[this.#count++] = to * COSTS + cost
    return { from, to, cost }
  }

  #hasBeen(from: number, to: number): boolean {
    const { people, offsets, targets } = this.#first
    if (this.#added.has(from * people + to)) return true
    return targets.subarray(offsets[from], offsets[from + 1]).includes(to)
  }

  #cost(): number {
    return costOf(0.15 + 0.83 * this.#random())
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }
}
