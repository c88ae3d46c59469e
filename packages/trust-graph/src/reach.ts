import { grown } from './block-arena.ts'
import type { PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { DECAY_COST, FLOOR_COST, LONGEST_CHAIN } from './model-constants.ts'
import { costOfSide, isEnded, isPaused } from './side-word.ts'
import { viewerHash } from './viewer-hash.ts'

/** A live tie of the viewer: reached by that tie alone. */
const TIE = 1
/** The viewer himself, whoever is apart from him, whom he paused: never labelled, never traversed. */
const BARRED = 2
/** An ended tie of the viewer. */
const FORMER = 4
/** Among the most trusted. */
const CONSIDERED = 8

/**
 * Whom one viewer hears from, along which chains.
 *
 * A label is a person at the end of one chain: {person, cost, the label before it or -1}. Labels of one layer, that is of
 * one number of ties, lie together; layer h is made from the labels of layer h-1 alone, so that a chain never leans on a
 * label that was improved meanwhile. A label that a longer, cheaper chain outdid stays, because others may come from it.
 */
export class Reach {
  readonly viewer: PersonNo
  readonly #facts: GraphFacts
  readonly #marks: Uint8Array
  /** One more than the label of the strongest chain, 0 for none; by person. */
  readonly #strongest: Int32Array
  /** The same as it stood after two ties: every person's strongest chain of at most two. */
  #within2: Int32Array
  #people = new Int32Array(256)
  #costs = new Int32Array(256)
  #before = new Int32Array(256)
  #end = 0
  /** The first label of each layer. */
  readonly #layers: number[] = [0]
  /** The labels of the most trusted, strongest first. */
  readonly ranked: readonly number[]

  /** Searches at once. O(the sides of everybody within two ties); `mostTrusted` is K. */
  constructor(facts: GraphFacts, viewer: PersonNo, mostTrusted: number) {
    this.#facts = facts
    this.viewer = viewer
    this.#marks = new Uint8Array(facts.people.end)
    this.#strongest = new Int32Array(facts.people.end)
    this.#within2 = this.#strongest
    if (facts.people.exists(viewer)) this.#search()
    this.ranked = this.#rank(mostTrusted)
  }

  person(label: number): PersonNo {
    return this.#people[label]!
  }

  cost(label: number): number {
    return this.#costs[label]!
  }

  /** The label before it on the chain, or -1 if the chain is a single tie. */
  before(label: number): number {
    return this.#before[label]!
  }

  isTie(person: PersonNo): boolean {
    return (this.#marks[person]! & TIE) !== 0
  }

  isFormerTie(person: PersonNo): boolean {
    return (this.#marks[person]! & FORMER) !== 0
  }

  /** Whether the person is among the viewer's most trusted. */
  considers(person: PersonNo): boolean {
    return (this.#marks[person]! & CONSIDERED) !== 0
  }

  /** The label of the strongest chain to somebody, whether among the most trusted or not; -1 for none above the floor. */
  strongest(person: PersonNo): number {
    return this.#strongest[person]! - 1
  }

  /** The label of the strongest chain of at most two ties; -1 for none. */
  strongestWithin2(person: PersonNo): number {
    return this.#within2[person]! - 1
  }

  /** The viewer first, the label's person last. */
  chain(label: number): PersonNo[] {
    const chain: PersonNo[] = []
    for (let at = label; at >= 0; at = this.before(at)) chain.push(this.person(at))
    chain.push(this.viewer)
    return chain.reverse()
  }

  #search(): void {
    this.#marks[this.viewer] = BARRED
    for (const person of this.#facts.people.apartFrom(this.viewer)) this.#marks[person]! |= BARRED
    this.#labelTies()
    for (let layer = 2; layer <= LONGEST_CHAIN; layer++) {
      if (layer === 3) this.#within2 = this.#strongest.slice()
      this.#layers.push(this.#end)
      for (let label = this.#layers[layer - 2]!; label < this.#layers[layer - 1]!; label++)
        this.#expand(label)
    }
  }

  /** Own word: whoever has a tie with the viewer is labelled here or never. */
  #labelTies(): void {
    const { from } = this.#facts.ties
    const start = from.start(this.viewer)
    for (let at = start; at < start + 2 * from.count(this.viewer); at += 2) {
      const person = from.data[at]!
      const side = from.data[at + 1]!
      if (isEnded(side)) {
        this.#marks[person]! |= FORMER
        continue
      }
      this.#marks[person]! |= TIE
      const heard = !isPaused(side) && costOfSide(side) <= FLOOR_COST
      if (heard && (this.#marks[person]! & BARRED) === 0 && this.#facts.people.exists(person)) {
        this.#append(person, costOfSide(side), -1)
      }
    }
  }

  #expand(label: number): void {
    const carrier = this.person(label)
    if (!this.#facts.people.carries(carrier)) return
    const layerStart = this.#layers[this.#layers.length - 1]!
    const base = this.cost(label) + DECAY_COST
    const { from } = this.#facts.ties
    const start = from.start(carrier)
    for (let at = start; at < start + 2 * from.count(carrier); at += 2) {
      const cost = base + costOfSide(from.data[at + 1]!)
      // Sides are sorted by cost, the ended ones dearer than the floor.
      if (cost > FLOOR_COST) break
      const person = from.data[at]!
      if ((this.#marks[person]! & (TIE | BARRED)) !== 0 || !this.#facts.people.exists(person)) continue
      const known = this.strongest(person)
      if (known < 0) this.#append(person, cost, label)
      else if (this.#outdoes(cost, carrier, known, layerStart)) {
        if (known < layerStart) this.#append(person, cost, label)
        else {
          this.#costs[known] = cost
          this.#before[known] = label
        }
      }
    }
  }

  /** Equal in cost: fewer ties, then the carrier of the smaller hash. */
  #outdoes(cost: number, carrier: PersonNo, known: number, layerStart: number): boolean {
    if (cost !== this.cost(known)) return cost < this.cost(known)
    if (known < layerStart) return false
    const rival = this.person(this.before(known))
    return viewerHash(this.viewer, carrier) < viewerHash(this.viewer, rival)
  }

  #append(person: PersonNo, cost: number, before: number): void {
    const label = this.#end++
    if (label >= this.#people.length) {
      this.#people = grown(this.#people, label + 1)
      this.#costs = grown(this.#costs, label + 1)
      this.#before = grown(this.#before, label + 1)
    }
    this.#people[label] = person
    this.#costs[label] = cost
    this.#before[label] = before
    this.#strongest[person] = label + 1
  }

  #rank(mostTrusted: number): number[] {
    const live: number[] = []
    const atCost = new Int32Array(FLOOR_COST + 1)
    for (let label = 0; label < this.#end; label++) {
      if (this.strongest(this.person(label)) !== label) continue
      live.push(label)
      atCost[this.cost(label)]!++
    }
    // Whoever is dearer than the cost at which K are together needs no place.
    let dearest = 0
    for (let seen = atCost[0]!; seen < mostTrusted && dearest < FLOOR_COST; ) seen += atCost[++dearest]!
    const hash = (label: number) => viewerHash(this.viewer, this.person(label))
    const ranked = live
      .filter((label) => this.cost(label) <= dearest)
      .sort((one, other) => this.cost(one) - this.cost(other) || hash(one) - hash(other))
      .slice(0, mostTrusted)
    for (const label of ranked) this.#marks[this.person(label)]! |= CONSIDERED
    return ranked
  }
}
