import { ChainSearch } from './chain-search.ts'
import type { PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { grown } from './growing.ts'
import { DECAY_COST, FLOOR_COST } from './model-constants.ts'
import { NumberTable } from './number-table.ts'
import { costOfSide } from './side-word.ts'
import { viewerHash } from './viewer-hash.ts'

/** The strongest way from the viewer to somebody: over nobody, or over one tie of the viewer's. */
export interface Way {
  readonly cost: number
  /** 0 if it is their own tie. */
  readonly over: PersonNo
}

/**
 * The *transit ball* of a viewer: the strongest way of at most two ties to whoever is within them, K or not. Most questions
 * are about a few of many thousands, so each is answered from the ties of the one who is asked for, and kept. Whoever asks
 * more than that is worth gets the whole ball searched: at most about twice the work of knowing it beforehand.
 */
export class TransitBall {
  readonly #facts: GraphFacts
  /** The viewer's own search, which labels his ties. */
  readonly #chains: ChainSearch
  readonly #sidesATie: number
  readonly #whole: ChainSearch
  #isWhole = false
  /** How many sides may still be looked at one by one. */
  #left = 0
  readonly #places = new NumberTable()
  #count = 0
  #costs = new Int32Array(CAPACITY)
  #overs = new Int32Array(CAPACITY)

  /** `sidesATie`: so many sides are looked at for each tie of the viewer's before the whole ball is searched. */
  constructor(facts: GraphFacts, chains: ChainSearch, sidesATie = SIDES_A_TIE) {
    this.#facts = facts
    this.#whole = new ChainSearch(facts)
    this.#chains = chains
    this.#sidesATie = sidesATie
  }

  /** Begins anew, the viewer's own search being done. */
  clear(): void {
    this.#isWhole = false
    this.#left = this.#sidesATie * this.#chains.ties
    this.#places.clear()
    this.#count = 0
  }

  /** Undefined for whoever is further away, barred, or past the floor. Amortised O(1), or O(the ties of the person). */
  wayTo(person: PersonNo): Way | undefined {
    const cost = this.costTo(person)
    return cost > FLOOR_COST ? undefined : { cost, over: this.#overOf(person) }
  }

  /** The cost of that way; above the floor where there is none. */
  costTo(person: PersonNo): number {
    const label = this.#chains.labelOf(person)
    if (label === 0) return NO_WAY
    if (this.#isTie(label)) return this.#chains.cost(label)
    if (this.#isWhole) return this.#wholeCost(person)
    const known = this.#places.get(person)
    if (known >= 0) return this.#costs[known]!
    this.#left -= this.#facts.ties.into.count(person)
    if (this.#left < 0) this.#searchWhole()
    return this.#isWhole ? this.#wholeCost(person) : this.#find(person)
  }

  #overOf(person: PersonNo): PersonNo {
    if (this.#isTie(this.#chains.labelOf(person))) return 0
    if (this.#isWhole) return this.#whole.person(this.#whole.before(this.#whole.labelOf(person)))
    return this.#overs[this.#places.get(person)]!
  }

  #isTie(label: number): boolean {
    return label > 0 && label < this.#chains.ties
  }

  #wholeCost(person: PersonNo): number {
    const label = this.#whole.labelOf(person)
    return label <= 0 ? NO_WAY : this.#whole.cost(label)
  }

  #searchWhole(): void {
    this.#whole.run(this.#chains.viewer, 2, EVERYBODY)
    this.#isWhole = true
  }

  /** Over the person's own ties, the cheapest first: equal ones go by the viewer's hash, as in every search. */
  #find(person: PersonNo): number {
    const { into } = this.#facts.ties
    const { viewer } = this.#chains
    const start = into.start(person)
    const end = start + 2 * into.count(person)
    let best = NO_WAY
    let over = 0
    for (let at = start; at < end; at += 2) {
      const last = DECAY_COST + costOfSide(into.data[at + 1]!)
      if (last > FLOOR_COST || last > best) break
      const tie = into.data[at]!
      const label = this.#chains.labelOf(tie)
      if (!this.#isTie(label) || !this.#facts.people.carries(tie)) continue
      const cost = this.#chains.cost(label) + last
      if (cost > FLOOR_COST || cost > best) continue
      if (cost === best && viewerHash(viewer, tie) > viewerHash(viewer, over)) continue
      best = cost
      over = tie
    }
    this.#keep(person, best, over)
    return best
  }

  #keep(person: PersonNo, cost: number, over: PersonNo): void {
    if (this.#count === this.#costs.length) {
      this.#costs = grown(this.#costs, this.#count + 1)
      this.#overs = grown(this.#overs, this.#count + 1)
    }
    this.#costs[this.#count] = cost
    this.#overs[this.#count] = over
    this.#places.reserve(1)
    this.#places.set(person, this.#count++)
  }
}

const CAPACITY = 1 << 10
const NO_WAY = FLOOR_COST + 1
/** More than there are people; a small integer, so that the search compares integers. */
const EVERYBODY = 2 ** 30
/** Searching the whole ball follows about as many sides as a tie has ties, and writes where looking only reads. */
const SIDES_A_TIE = 64
