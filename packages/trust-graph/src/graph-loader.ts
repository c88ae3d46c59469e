import type { BlockArena } from './block-arena.ts'
import type { CircleNo, PersonFacts, PersonNo, SideFacts } from './facts.ts'
import { GraphFacts } from './graph-facts.ts'
import { costOfSide, ENDED_SIDE, packSide } from './side-word.ts'
import { costOf } from './tie-cost.ts'
import { Triples } from './triples.ts'
import { TrustGraph, type TrustGraphOptions } from './trust-graph.ts'

/** What is kept while loading; circles come after all sides. */
export type LoadedSide = Pick<SideFacts, 'declared' | 'paused'>

/**
 * Builds a graph from nothing, some fifty times faster than fact by fact: sides are laid down as they come, counted, put
 * where they belong and sorted once. Each fact at most once: persons first, then sides and ended ties, then who is in which
 * circle; everything else as facts of `graph`, once `sort` said true. While loading it holds 12 bytes for every side and
 * for every place in a circle beside the graph itself.
 */
export class GraphLoader {
  /** Not to be asked or told anything before `sort` said true. */
  readonly graph: TrustGraph
  readonly #facts: GraphFacts
  /** Owner, other person, word. */
  #sides = new Triples()
  /** The person in the circle, its owner, slot. */
  #places = new Triples()
  #end = 1
  #sorting: Generator<undefined, undefined> | undefined

  constructor(options: TrustGraphOptions = {}) {
    this.#facts = new GraphFacts(options.today ?? 0)
    this.graph = new TrustGraph(options, this.#facts)
  }

  person(no: PersonNo, facts: PersonFacts): void {
    this.#facts.setPerson(no, facts)
    this.#end = Math.max(this.#end, no + 1)
  }

  /** One side of a live tie; the other side is told too, before or after. */
  side(owner: PersonNo, other: PersonNo, { declared, paused }: LoadedSide): void {
    this.#add(owner, other, packSide(costOf(declared), paused, 0))
  }

  endedTie(one: PersonNo, other: PersonNo): void {
    this.#add(one, other, ENDED_SIDE)
    this.#add(other, one, ENDED_SIDE)
  }

  circleMember(owner: PersonNo, other: PersonNo, circle: CircleNo): void {
    const slot = this.#facts.circles.take(owner, circle)
    if (slot === undefined) throw new RangeError(`Person ${owner} has more than sixteen circles.`)
    this.#places.push(other, owner, slot)
  }

  /** Puts the ties of about so many people in order; true when all are. Throws if a tie has one side only. */
  sort(people: number): boolean {
    this.#sorting ??= this.#sortAll()
    for (let left = people; left > 0; left -= SLICE) if (this.#sorting.next().done === true) return true
    return false
  }

  #add(owner: PersonNo, other: PersonNo, word: number): void {
    const { people } = this.#facts
    if (!people.exists(owner) || !people.exists(other))
      throw new RangeError(`A side of ${owner} and ${other} was told before the two of them.`)
    this.#sides.push(owner, other, word)
  }

  /** Pauses after every slice. */
  *#sortAll(): Generator<undefined, undefined> {
    const { from, into } = this.#facts.ties
    yield* this.#allot(from, 0)
    yield* this.#allot(into, 1)
    for (let person = 1; person < this.#end; person++) {
      if (from.count(person) !== into.count(person))
        throw new RangeError(`Person ${person} has a tie of which one side was not told.`)
    }
    yield* this.#place()
    this.#sides = new Triples()
    for (let person = 1; person < this.#end; person++) {
      sortByCost(from, person)
      sortByCost(into, person)
      if (person % SLICE === 0) yield
    }
    for (let i = 0; i < this.#places.count; i++) {
      this.#facts.ties.addToCircle(this.#places.at(i, 0), this.#places.at(i, 1), this.#places.at(i, 2))
      if (i % (SLICE * SIDES_A_PERSON) === 0) yield
    }
    this.#places = new Triples()
    return undefined
  }

  /** Gives everybody a list of the length that he needs. */
  *#allot(lists: BlockArena, field: 0 | 1): Generator<undefined> {
    const counts = new Int32Array(this.#end)
    for (let i = 0; i < this.#sides.count; i++) {
      counts[this.#sides.at(i, field)]!++
      if (i % (SLICE * SIDES_A_PERSON) === 0) yield
    }
    lists.reserve(lists.wordsFor(counts))
    for (let person = 1; person < this.#end; person++) {
      lists.allot(person, counts[person]!)
      if (person % (SLICE * SIDES_A_PERSON) === 0) yield
    }
  }

  *#place(): Generator<undefined> {
    const { from, into } = this.#facts.ties
    const placedFrom = new Int32Array(this.#end)
    const placedInto = new Int32Array(this.#end)
    for (let i = 0; i < this.#sides.count; i++) {
      const [owner, other, word] = [this.#sides.at(i, 0), this.#sides.at(i, 1), this.#sides.at(i, 2)]
      const out = from.start(owner) + 2 * placedFrom[owner]!++
      from.data[out] = other
      from.data[out + 1] = word
      const back = into.start(other) + 2 * placedInto[other]!++
      into.data[back] = owner
      into.data[back + 1] = word
      if (i % (SLICE * SIDES_A_PERSON) === 0) yield
    }
  }
}

/** How many people are a slice, and how many sides count as one of them. */
const SLICE = 64
const SIDES_A_PERSON = 64

/** Longer lists are sorted through keys. */
const SHORT = 40

function sortByCost(lists: BlockArena, person: PersonNo): void {
  const count = lists.count(person)
  const records = lists.data.subarray(lists.start(person), lists.start(person) + 2 * count)
  if (count <= SHORT) sortByInsertion(records)
  else sortByKeys(records)
}

function sortByInsertion(records: Int32Array): void {
  for (let i = 2; i < records.length; i += 2) {
    const [person, word] = [records[i]!, records[i + 1]!]
    const cost = costOfSide(word)
    let at = i
    for (; at > 0 && costOfSide(records[at - 1]!) > cost; at -= 2) {
      records[at] = records[at - 2]!
      records[at + 1] = records[at - 1]!
    }
    records[at] = person
    records[at + 1] = word
  }
}

/** A key is cost and place, so that an ordinary sort of numbers does it. */
function sortByKeys(records: Int32Array): void {
  const old = records.slice()
  const keys = new Float64Array(records.length / 2)
  for (let i = 0; i < keys.length; i++) keys[i] = costOfSide(old[2 * i + 1]!) * 2 ** 24 + i
  keys.sort()
  for (const [i, key] of keys.entries()) {
    const from = 2 * (key % 2 ** 24)
    records[2 * i] = old[from]!
    records[2 * i + 1] = old[from + 1]!
  }
}
