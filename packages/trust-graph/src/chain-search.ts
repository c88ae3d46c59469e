import type { PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import type { Section } from './linear-memory.ts'
import { FLOOR_COST } from './model-constants.ts'
import { homeOf } from './number-table.ts'

/**
 * The strongest chains from one viewer, by layers.
 *
 * A label is a person at the end of a chain: four words, {person, cost of the chain, the label before it, the viewer's
 * hash of the carrier before it}. Labels lie in the order in which they were made, so that those of one layer, that is of
 * one number of ties, lie together.
 *
 *   label 0 | own ties | two ties | three ties | end
 *
 * Layer h expands the labels that layer h-1 made, the cheapest first, and no others: a chain never leans on a label that
 * was improved meanwhile, which is Bellman and Ford's argument for at most h edges. A label of an earlier layer that a
 * longer, cheaper chain outdid is marked dead but stays, because others may come from it. Label 0 stands for whoever may
 * not be labelled: the viewer, whoever is apart from him and the ties that he paused.
 *
 * `bound` starts at the floor and falls to the cost at which K persons are together; sides are sorted by cost, so that the
 * search of a list stops at the first side past it. The lists of sixteen labels are fetched at a time before the first of
 * them is read: the processor then waits for memory once, not sixteen times (1.6 times as fast at a million people).
 *
 * The loops are `assembly/chain-search.ts`, compiled to WebAssembly (1.4 times as fast as the same in TypeScript). What
 * they need lies in one section of the graph's memory; L is a power of two:
 *
 *   table of 2 L places, each {person, label} | L labels | ranked, 4 L words | order, 2 L words
 */
export class ChainSearch {
  /** Label 0 is nobody; `end` is one past the last label. */
  end = 1
  /** One past the last label of the viewer's own ties, which are labels 1 to `ties` - 1. */
  ties = 1
  /** Nobody dearer is among the K most trusted. */
  bound = FLOOR_COST
  viewer: PersonNo = 0
  /** How many are ranked. */
  count = 0
  /** Of those at the very bound the ones up to this hash are ranked. */
  lastHash = 0
  readonly #facts: GraphFacts
  readonly #room: Section
  /** L. */
  #labelRoom = 0
  /** Of the table: how many places are taken, the last word of it, and the shift of a hash. */
  #used = 0
  #mask = 2 * FEWEST_PLACES - 1
  #shift = Math.clz32(FEWEST_PLACES) + 1

  constructor(facts: GraphFacts) {
    this.#facts = facts
    this.#room = facts.memory.section(0)
  }

  /**
   * Finds the chains of at most `longest` ties to everybody whose cost is within the bound, K being `mostTrusted`. What an
   * earlier search found is forgotten. O(sides of everybody within `longest` - 1 ties, as far as they are within the bound).
   */
  run(viewer: PersonNo, longest: number, mostTrusted: number): void {
    const { people, ties: sides, memory } = this.#facts
    this.viewer = viewer
    const isThere = people.exists(viewer)
    const barred = isThere ? [viewer, ...people.apartFrom(viewer)] : []
    this.#makeRoom(Math.max(barred.length, Math.min(sides.from.heads.length / 2, MOST_AT_FIRST)))
    while (!this.#tries(isThere ? viewer : 0, barred, longest, mostTrusted))
      this.#makeRoom(2 * this.#labelRoom)
    const { end, ties, bound, used, tablePlaces } = memory.search
    this.end = end.value
    this.ties = ties.value
    this.bound = bound.value
    this.#used = used.value
    this.#mask = 2 * tablePlaces.value - 1
    this.#shift = Math.clz32(tablePlaces.value) + 1
  }

  /**
   * Puts the K most trusted of the search that has just run in order of cost; of those who are equally the last, it takes
   * the ones of least hash. O(labels).
   */
  rank(): void {
    const { search } = this.#facts.memory
    search.rank()
    this.count = search.count.value
    this.lastHash = search.lastHash.value >>> 0
  }

  /** The label in this place of the ranking, from 0. */
  ranked(place: number): number {
    return this.#room.words[8 * this.#labelRoom + place]!
  }

  /** The label of the strongest chain to somebody; 0 for somebody barred, -1 for nobody within the bound. */
  labelOf(person: PersonNo): number {
    const { words } = this.#room
    let slot = homeOf(person, this.#shift)
    let found = words[slot]!
    while (found !== person && found !== 0) {
      slot = (slot + 2) & this.#mask
      found = words[slot]!
    }
    return found === 0 ? -1 : words[slot + 1]!
  }

  person(label: number): PersonNo {
    return this.#room.words[4 * (this.#labelRoom + label)]!
  }

  cost(label: number): number {
    return this.#room.words[4 * (this.#labelRoom + label) + 1]! & COST
  }

  /** The label before it on the chain; 0 if the chain is a single tie. */
  before(label: number): number {
    return this.#room.words[4 * (this.#labelRoom + label) + 2]!
  }

  /** False if there was not room enough. The table begins as large as the search before this one needed. */
  #tries(viewer: PersonNo, barred: readonly PersonNo[], longest: number, mostTrusted: number): boolean {
    const { ties, memory } = this.#facts
    const { headWords, dataWords } = ties.from
    this.#room.words.set(barred, 12 * this.#labelRoom)
    memory.search.place(headWords.address, dataWords.address, this.#room.address, this.#labelRoom)
    let places = FEWEST_PLACES
    while (3 * places < 4 * this.#used && places < 2 * this.#labelRoom) places *= 2
    return memory.search.run(viewer, barred.length, longest, mostTrusted, places) === 1
  }

  #makeRoom(labels: number): void {
    if (labels <= this.#labelRoom) return
    this.#labelRoom = Math.max(FEWEST_PLACES / 2, 2 ** Math.ceil(Math.log2(labels)))
    this.#room.reach(14 * this.#labelRoom)
  }
}

const FEWEST_PLACES = 1 << 7
/** Room for so many labels is enough for nearly every search; whoever needs more begins anew with twice as much. */
const MOST_AT_FIRST = 1 << 16
const COST = 0xfff
