import type { BlockArena } from './block-arena.ts'
import type { CircleNo, PersonFacts, PersonNo, SideFacts } from './facts.ts'
import { GraphFacts } from './graph-facts.ts'
import { NumberTable } from './number-table.ts'
import { costOfSide, ENDED_SIDE, packSide } from './side-word.ts'
import { costOf } from './tie-cost.ts'
import { type Field, type Grouped, groupBy, Triples } from './triples.ts'
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
  /** The person in the circle, its owner, slot: what the circles of `other` say stands in the side towards him. */
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
    yield* this.#fill(from, OWNER, OTHER)
    yield* this.#fill(into, OTHER, OWNER)
    for (let person = 1; person < this.#end; person++) {
      if (from.count(person) !== into.count(person))
        throw new RangeError(`Person ${person} has a tie of which one side was not told.`)
    }
    this.#sides = new Triples()
    this.#places = new Triples()
    return undefined
  }

  /** Makes the lists of one direction: whose they are is `key`, whom they name is `named`. */
  *#fill(lists: BlockArena, key: Field, named: Field): Generator<undefined> {
    const sides = yield* groupBy(this.#sides, key, this.#end, SLICE * SIDES_A_PERSON)
    const places = yield* groupBy(this.#places, key, this.#end, SLICE * SIDES_A_PERSON)
    const circles = new NumberTable()
    lists.reserve(lists.wordsFor(lengthsOf(sides)))
    for (let person = 1; person < this.#end; person++) {
      circles.clear()
      for (let i = places.starts[person]!; i < places.starts[person + 1]!; i++) {
        const other = this.#places.at(places.order[i]!, named)
        const bit = 1 << (16 + this.#places.at(places.order[i]!, 2))
        circles.set(other, Math.max(0, circles.get(other)) | bit)
      }
      let at = lists.allot(person, sides.starts[person + 1]! - sides.starts[person]!)
      for (let i = sides.starts[person]!; i < sides.starts[person + 1]!; i++, at += 2) {
        const other = this.#sides.at(sides.order[i]!, named)
        const place = circles.place(other)
        lists.data[at] = other
        lists.data[at + 1] = this.#sides.at(sides.order[i]!, 2) | circles.slots[place + 1]!
      }
      sortByCost(lists, person)
      if (person % SLICE === 0) yield
    }
  }
}

function lengthsOf({ starts }: Grouped): Int32Array {
  const lengths = new Int32Array(starts.length - 1)
  for (let key = 0; key < lengths.length; key++) lengths[key] = starts[key + 1]! - starts[key]!
  return lengths
}

/** Fields of the triples of sides and of places in circles. */
const OWNER = 0
const OTHER = 1

/** How many people are a slice, and how many sides count as one of them. */
const SLICE = 64
const SIDES_A_PERSON = 64

/** Longer lists are sorted through keys. */
const SHORT = 100

function sortByCost(lists: BlockArena, person: PersonNo): void {
  const count = lists.count(person)
  const start = lists.start(person)
  if (count <= SHORT) sortByInsertion(lists.data, start, start + 2 * count)
  else sortByKeys(lists.data.subarray(start, start + 2 * count))
}

function sortByInsertion(data: Int32Array, start: number, end: number): void {
  for (let i = start + 2; i < end; i += 2) {
    const person = data[i]!
    const word = data[i + 1]!
    const cost = costOfSide(word)
    let at = i
    for (; at > start && costOfSide(data[at - 1]!) > cost; at -= 2) {
      data[at] = data[at - 2]!
      data[at + 1] = data[at - 1]!
    }
    data[at] = person
    data[at + 1] = word
  }
}

/** A key is cost and place, so that an ordinary sort of numbers does it. */
function sortByKeys(records: Int32Array): void {
  const old = records.slice()
  const keys = new Float64Array(records.length / 2)
  for (let i = 0; i < keys.length; i++) keys[i] = costOfSide(old[2 * i + 1]!) * 2 ** 24 + i
  keys.sort()
  for (let i = 0; i < keys.length; i++) {
    const from = 2 * (keys[i]! % 2 ** 24)
    records[2 * i] = old[from]!
    records[2 * i + 1] = old[from + 1]!
  }
}
