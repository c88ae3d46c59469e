import { ChainSearch } from './chain-search.ts'
import type { PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { grown } from './growing.ts'
import { FLOOR_COST, LONGEST_CHAIN } from './model-constants.ts'
import { viewerHash } from './viewer-hash.ts'

const EVERYBODY = Number.POSITIVE_INFINITY

/**
 * Whom one viewer hears from, along which chains: the K most trusted, and beside them the *transit ball*, which is
 * everybody within two ties whatever K. One object serves search after search; what it says holds until the next one.
 */
export class Reach {
  readonly #facts: GraphFacts
  readonly #mostTrusted: number
  readonly #chains = new ChainSearch()
  readonly #ball = new ChainSearch()
  #ballOf: PersonNo = 0
  /** The labels of the most trusted in the first `count` places, the cheapest first. */
  ranked = new Int32Array(1024)
  count = 0
  /** Of those at the very bound the ones up to this hash are considered. */
  #lastHash = 0
  readonly #places = new Int32Array(FLOOR_COST + 2)

  constructor(facts: GraphFacts, mostTrusted: number) {
    this.#facts = facts
    this.#mostTrusted = mostTrusted
  }

  /** Searches for another viewer. O(the sides of everybody within two ties, as far as they are within the bound). */
  of(viewer: PersonNo): this {
    this.#ballOf = 0
    this.#chains.run(this.#facts, viewer, LONGEST_CHAIN, this.#mostTrusted)
    this.#rank()
    return this
  }

  get viewer(): PersonNo {
    return this.#chains.viewer
  }

  person(label: number): PersonNo {
    return this.#chains.people[label]!
  }

  cost(label: number): number {
    return this.#chains.cost(label)
  }

  /** The label before it on the chain, or 0 if the chain is a single tie. */
  before(label: number): number {
    return this.#chains.before[label]!
  }

  /** The label of the viewer's own tie with which the chain begins. */
  first(label: number): number {
    return this.#chains.first[label]!
  }

  isTie(label: number): boolean {
    return label > 0 && label < this.#chains.ties
  }

  /** How many ties the viewer hears by. */
  get ties(): number {
    return this.#chains.ties - 1
  }

  /** The label of somebody among the most trusted, at the end of his strongest chain; 0 for anybody else. */
  considered(person: PersonNo): number {
    const label = this.#chains.labelOf(person)
    if (label <= 0) return 0
    const cost = this.#chains.cost(label)
    if (cost !== this.#chains.bound) return cost < this.#chains.bound ? label : 0
    return viewerHash(this.viewer, person) <= this.#lastHash ? label : 0
  }

  /** Everybody within two ties, at the end of his strongest chain of at most two, whether among the most trusted or not. */
  get ball(): ChainSearch {
    if (this.#ballOf !== this.viewer) this.#ball.run(this.#facts, this.viewer, 2, EVERYBODY)
    this.#ballOf = this.viewer
    return this.#ball
  }

  /** The viewer first, the label's person last. */
  chain(label: number): PersonNo[] {
    return chainTo(this.#chains, label)
  }

  /** Puts the most trusted in order of cost (counting sort); of those who are equally the last, the ones of least hash. */
  #rank(): void {
    const { bound, end } = this.#chains
    const places = this.#places.fill(0, 0, bound + 2)
    for (let label = 1; label < end; label++) {
      const cost = this.#chains.costs[label]!
      if (cost <= bound) places[cost + 1]!++
    }
    for (let cost = 0; cost <= bound; cost++) places[cost + 1]! += places[cost]!
    const [below, all] = [places[bound]!, places[bound + 1]!]
    if (all > this.ranked.length) this.ranked = grown(this.ranked, all)
    for (let label = 1; label < end; label++) {
      const cost = this.#chains.costs[label]!
      if (cost <= bound) this.ranked[places[cost]!++] = label
    }
    this.count = Math.min(all, this.#mostTrusted)
    this.#lastHash = EVERYBODY
    if (all > this.#mostTrusted) this.#cut(below, all)
  }

  #cut(below: number, all: number): void {
    const last = this.ranked.subarray(below, all)
    const hashes = Uint32Array.from(last, (label) => viewerHash(this.viewer, this.person(label))).sort()
    this.#lastHash = hashes[this.#mostTrusted - below - 1]!
    let kept = below
    for (const label of last) {
      if (viewerHash(this.viewer, this.person(label)) <= this.#lastHash) this.ranked[kept++] = label
    }
  }
}

/** The viewer first, the label's person last. */
export function chainTo(search: ChainSearch, label: number): PersonNo[] {
  const chain: PersonNo[] = []
  for (let at = label; at > 0; at = search.before[at]!) chain.push(search.people[at]!)
  chain.push(search.viewer)
  return chain.reverse()
}
