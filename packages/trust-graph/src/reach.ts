import { ChainSearch } from './chain-search.ts'
import type { PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { grown } from './growing.ts'
import { FLOOR_COST, LONGEST_CHAIN } from './model-constants.ts'
import { TransitBall } from './transit-ball.ts'
import { hashSeed, seededHash, viewerHash } from './viewer-hash.ts'

/**
 * Whom one viewer hears from, along which chains: the K most trusted, and beside them the *transit ball*, which is
 * everybody within two ties whatever K. One object serves search after search; what it says holds until the next one.
 */
export class Reach {
  readonly #facts: GraphFacts
  readonly #mostTrusted: number
  readonly #chains = new ChainSearch()
  /** Everybody within two ties, whether among the most trusted or not. */
  readonly ball: TransitBall
  /** The labels of the most trusted in the first `count` places, the cheapest first. */
  ranked = new Int32Array(1024)
  count = 0
  /** Of those at the very bound the ones up to this hash are considered. */
  #lastHash = 0
  readonly #places = new Int32Array(FLOOR_COST + 2)
  #hashes = new Uint32Array(1024)

  constructor(facts: GraphFacts, mostTrusted: number) {
    this.#facts = facts
    this.#mostTrusted = mostTrusted
    this.ball = new TransitBall(facts, this.#chains)
  }

  /** Searches for another viewer. O(the sides of everybody within two ties, as far as they are within the bound). */
  of(viewer: PersonNo): this {
    this.#chains.run(this.#facts, viewer, LONGEST_CHAIN, this.#mostTrusted)
    this.ball.clear()
    this.#rank()
    return this
  }

  get viewer(): PersonNo {
    return this.#chains.viewer
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
    return viewerHash(this.viewer, person) <= this.#lastHash ? label : 0
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

  /** Puts the most trusted in order of cost (counting sort); of those who are equally the last, the ones of least hash. */
  #rank(): void {
    const { bound, end, labels } = this.#chains
    const places = this.#places.fill(0, 0, bound + 2)
    for (let label = 1; label < end; label++) {
      const cost = labels[4 * label + 1]!
      if (cost <= bound) places[cost + 1]!++
    }
    for (let cost = 0; cost <= bound; cost++) places[cost + 1]! += places[cost]!
    const [below, all] = [places[bound]!, places[bound + 1]!]
    if (all > this.ranked.length) this.ranked = grown(this.ranked, all)
    const { ranked } = this
    for (let label = 1; label < end; label++) {
      const cost = labels[4 * label + 1]!
      if (cost <= bound) ranked[places[cost]!++] = label
    }
    this.count = Math.min(all, this.#mostTrusted)
    this.#lastHash = 2 ** 32
    if (all > this.#mostTrusted) this.#cut(below, all)
  }

  /** Keeps of the labels between these places those whose hash is least, so that K are left. */
  #cut(below: number, all: number): void {
    const { ranked } = this
    const { labels } = this.#chains
    const seed = hashSeed(this.viewer)
    if (all - below > this.#hashes.length) this.#hashes = new Uint32Array(2 * (all - below))
    const hashes = this.#hashes
    for (let place = below; place < all; place++)
      hashes[place - below] = seededHash(seed, labels[4 * ranked[place]!]!)
    this.#lastHash = smallest(hashes.subarray(0, all - below), this.#mostTrusted - below)
    let kept = below
    for (let place = below; place < all; place++) {
      if (hashes[place - below]! <= this.#lastHash) ranked[kept++] = ranked[place]!
    }
  }
}

/** The n-th smallest of many evenly spread numbers below 2^32. O(numbers): only those with its first byte are sorted. */
function smallest(numbers: Uint32Array, n: number): number {
  const withByte = new Int32Array(256)
  for (let i = 0; i < numbers.length; i++) withByte[numbers[i]! >>> 24]!++
  let byte = 0
  let before = 0
  while (before + withByte[byte]! < n) before += withByte[byte++]!
  const last = numbers.filter((number) => number >>> 24 === byte).sort()
  return last[n - before - 1]!
}
