import { ChainSearch } from './chain-search.ts'
import type { PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { FLOOR_COST, LONGEST_CHAIN } from './model-constants.ts'
import { TransitBall } from './transit-ball.ts'
import { viewerHash } from './viewer-hash.ts'

/**
 * Whom one viewer hears from, along which chains: the K most trusted, and beside them the *transit ball*, which is
 * everybody within two ties whatever K. One object serves search after search; what it says holds until the next one.
 */
export class Reach {
  readonly #mostTrusted: number
  readonly #chains: ChainSearch
  /** Everybody within two ties, whether among the most trusted or not. */
  readonly ball: TransitBall

  constructor(facts: GraphFacts, mostTrusted: number) {
    this.#chains = new ChainSearch(facts)
    this.#mostTrusted = mostTrusted
    this.ball = new TransitBall(facts, this.#chains)
  }

  /** Searches for another viewer. O(the sides of everybody within two ties, as far as they are within the bound). */
  of(viewer: PersonNo): this {
    this.#chains.run(viewer, LONGEST_CHAIN, this.#mostTrusted)
    this.#chains.rank()
    this.ball.clear()
    return this
  }

  get viewer(): PersonNo {
    return this.#chains.viewer
  }

  /** How many are among the most trusted. */
  get count(): number {
    return this.#chains.count
  }

  /** The label of the one in this place among them, from 0, the cheapest first. */
  ranked(place: number): number {
    return this.#chains.ranked(place)
  }

  person(label: number): PersonNo {
    return this.#chains.person(label)
  }

  cost(label: number): number {
    return this.#chains.cost(label)
  }

  /** The label before it on the chain, or 0 if the chain is a single tie. */
  before(label: number): number {
    return this.#chains.before(label)
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
    return viewerHash(this.viewer, person) <= this.#chains.lastHash ? label : 0
  }

  /** What the viewer's tie with this person costs; above the floor where there is none, or one that is paused. */
  tieCost(person: PersonNo): number {
    const label = this.#chains.labelOf(person)
    return this.isTie(label) ? this.#chains.cost(label) : FLOOR_COST + 1
  }

  /** The viewer first, the label's person last. */
  chain(label: number): PersonNo[] {
    const chain: PersonNo[] = []
    for (let at = label; at > 0; at = this.before(at)) chain.push(this.person(at))
    chain.push(this.viewer)
    return chain.reverse()
  }
}
