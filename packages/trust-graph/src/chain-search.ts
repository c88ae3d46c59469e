import { countOf, tagOf } from './block-arena.ts'
import type { PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { grown } from './growing.ts'
import { DECAY_COST, FLOOR_COST } from './model-constants.ts'
import { homeOf, NumberTable } from './number-table.ts'
import { CARRIES } from './people.ts'
import { costOfSide, isEnded, isPaused } from './side-word.ts'
import { hashSeed, seededHash } from './viewer-hash.ts'

/**
 * The strongest chains from one viewer, by layers.
 *
 * A label is a person at the end of a chain: four words, {person, cost of the chain, the label before it, the viewer's
 * hash of the carrier before it}. Labels lie in the order in which they were made, so that those of one layer, that is of
 * one number of ties, lie together. They are one array and not four because that keeps the inner loop in registers (1.2
 * times as fast).
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
 */
export class ChainSearch {
  /** Label 0 is nobody; `end` is one past the last label. */
  end = 1
  /** One past the last label of the viewer's own ties, which are labels 1 to `ties` - 1. */
  ties = 1
  /** Nobody dearer is among the K most trusted. */
  bound = FLOOR_COST
  viewer: PersonNo = 0
  readonly met = new NumberTable()
  /** The second word has DEAD where a cheaper label of the same person was made later. */
  labels = new Int32Array(4 * CAPACITY)
  #order = new Int32Array(CAPACITY)
  /** How many live labels there are of each cost, and of all costs within the bound. */
  readonly #atCost = new Int32Array(FLOOR_COST + 1)
  #within = 0
  #mostTrusted = 0
  #seed = 0
  readonly #places = new Int32Array(FLOOR_COST + 2)
  readonly #starts = new Int32Array(AHEAD)
  readonly #ends = new Int32Array(AHEAD)
  /** Keeps the reading ahead from being optimised away. */
  fetched = 0

  /**
   * Finds the chains of at most `longest` ties to everybody whose cost is within the bound, K being `mostTrusted`. What an
   * earlier search found is forgotten. O(sides of everybody within `longest` - 1 ties, as far as they are within the bound).
   */
  run(facts: GraphFacts, viewer: PersonNo, longest: number, mostTrusted: number): void {
    this.viewer = viewer
    this.#seed = hashSeed(viewer)
    this.met.clear()
    this.#atCost.fill(0)
    this.#within = 0
    this.#mostTrusted = mostTrusted
    this.bound = FLOOR_COST
    this.end = 1
    this.ties = 1
    if (!facts.people.exists(viewer)) return
    this.met.set(viewer, 0)
    for (const person of facts.people.apartFrom(viewer)) this.met.set(person, 0)
    this.#labelTies(facts)
    let layer = 1
    for (let ties = 2; ties <= longest; ties++) {
      const next = this.end
      this.#expandLayer(facts, layer, next)
      layer = next
    }
  }

  /** The label of the strongest chain to somebody; 0 for somebody barred, -1 for nobody within the bound. */
  labelOf(person: PersonNo): number {
    return this.met.get(person)
  }

  person(label: number): PersonNo {
    return this.labels[4 * label]!
  }

  cost(label: number): number {
    return this.labels[4 * label + 1]! & COST
  }

  /** The label before it on the chain; 0 if the chain is a single tie. */
  before(label: number): number {
    return this.labels[4 * label + 2]!
  }

  /** Own word: whoever has a tie with the viewer is labelled here or never. */
  #labelTies(facts: GraphFacts): void {
    const { from } = facts.ties
    const { data } = from
    const start = from.start(this.viewer)
    const count = from.count(this.viewer)
    this.met.reserve(count)
    this.#ensure(this.end + count)
    for (let at = start; at < start + 2 * count; at += 2) {
      const side = data[at + 1]!
      if (isEnded(side) || this.met.has(data[at]!)) continue
      const heard = !isPaused(side) && costOfSide(side) <= FLOOR_COST
      this.met.set(data[at]!, heard ? this.#labelTie(data[at]!, costOfSide(side)) : 0)
    }
    this.ties = this.end
  }

  #labelTie(person: PersonNo, cost: number): number {
    const label = this.end++
    this.labels[4 * label] = person
    this.labels[4 * label + 1] = cost
    this.labels[4 * label + 2] = 0
    this.#atCost[cost]!++
    if (cost <= this.bound) this.#within++
    this.#lowerBound()
    return label
  }

  /** Expands the labels of one layer in increasing cost; `next` is the first label of the layer that this makes. */
  #expandLayer(facts: GraphFacts, layer: number, next: number): void {
    const queue = this.#sortByCost(layer, next)
    for (let place = 0; place < queue; place += AHEAD) {
      if (this.cost(this.#order[place]!) + DECAY_COST > this.bound) return
      const count = Math.min(AHEAD, queue - place)
      const sides = this.#fetch(facts, place, count)
      this.met.reserve(sides)
      this.#ensure(this.end + sides)
      this.#expand(facts.ties.from.data, place, count, next)
    }
  }

  /** Puts the labels within the bound into `#order`, the cheapest first (counting sort), and answers how many they are. */
  #sortByCost(from: number, to: number): number {
    const { labels, bound } = this
    const order = this.#order
    const places = this.#places.fill(0, 0, bound + 2)
    for (let at = 4 * from + 1; at < 4 * to; at += 4) if (labels[at]! <= bound) places[labels[at]! + 1]!++
    for (let cost = 0; cost <= bound; cost++) places[cost + 1]! += places[cost]!
    for (let label = from; label < to; label++) {
      const cost = labels[4 * label + 1]!
      if (cost <= bound) order[places[cost]!++] = label
    }
    return places[bound]!
  }

  /**
   * Looks up where the lists of the next labels lie, reads a word of each of their first two cache lines and answers how
   * many sides there are.
   */
  #fetch(facts: GraphFacts, place: number, count: number): number {
    const { data, heads } = facts.ties.from
    const order = this.#order
    const starts = this.#starts
    const ends = this.#ends
    let sides = 0
    for (let i = 0; i < count; i++) {
      const person = this.labels[4 * order[place + i]!]!
      const head = heads[2 * person + 1]!
      const length = (tagOf(head) & CARRIES) === 0 ? 0 : countOf(head)
      starts[i] = heads[2 * person]!
      ends[i] = starts[i]! + 2 * length
      sides += length
    }
    let fetched = 0
    for (let i = 0; i < count; i++) fetched ^= data[starts[i]!]! ^ data[starts[i]! + 16]!
    this.fetched = fetched
    return sides
  }

  /** Follows every side of the persons of these labels that stays within the bound. */
  #expand(data: Int32Array, place: number, count: number, next: number): void {
    const { slots, mask, shift } = this.met
    const { labels, ties } = this
    const atCost = this.#atCost
    const mostTrusted = this.#mostTrusted
    let { bound } = this
    let within = this.#within
    let free = this.end
    let known = 0
    for (let i = 0; i < count; i++) {
      const label = this.#order[place + i]!
      const base = (labels[4 * label + 1]! & COST) + DECAY_COST
      // Its sign turned, so that comparing as signed compares as unsigned.
      const carrier = seededHash(this.#seed, labels[4 * label]!) ^ SIGN
      const end = this.#ends[i]!
      for (let at = this.#starts[i]!; at < end; at += 2) {
        const cost = base + (data[at + 1]! & 0xfff)
        // Sides are sorted by cost, the ended ones dearer than the floor.
        if (cost > bound) break
        const person = data[at]!
        let slot = homeOf(person, shift)
        let found = slots[slot]!
        while (found !== person && found !== 0) {
          slot = (slot + 2) & mask
          found = slots[slot]!
        }
        let target = 4 * free
        if (found === 0) {
          slots[slot] = person
          slots[slot + 1] = free++
          labels[target] = person
          known++
        } else {
          const rival = slots[slot + 1]!
          // Own word, and whoever is barred.
          if (rival < ties) continue
          const other = labels[4 * rival + 1]!
          if (cost >= other) {
            // Equal in cost: fewer ties, then the carrier of the smaller hash.
            if (cost > other || rival < next || carrier >= labels[4 * rival + 3]!) continue
          }
          atCost[other]!--
          if (other <= bound) within--
          if (rival >= next) target = 4 * rival
          else {
            labels[4 * rival + 1] = other | DEAD
            slots[slot + 1] = free++
            labels[target] = person
          }
        }
        labels[target + 1] = cost
        labels[target + 2] = label
        labels[target + 3] = carrier
        atCost[cost]!++
        within++
        while (within - atCost[bound]! >= mostTrusted) within -= atCost[bound--]!
      }
    }
    this.met.counted(known)
    this.end = free
    this.bound = bound
    this.#within = within
  }

  #lowerBound(): void {
    while (this.#within - this.#atCost[this.bound]! >= this.#mostTrusted) {
      this.#within -= this.#atCost[this.bound--]!
    }
  }

  #ensure(labels: number): void {
    if (4 * labels > this.labels.length) this.labels = grown(this.labels, 4 * labels)
    if (labels > this.#order.length) this.#order = grown(this.#order, labels)
  }
}

/** Labels to begin with; they grow when need be. */
const CAPACITY = 1 << 10
/** How many lists are fetched at a time. */
const AHEAD = 16
const COST = 0xfff
const DEAD = 1 << 12
const SIGN = 0x80000000 | 0
