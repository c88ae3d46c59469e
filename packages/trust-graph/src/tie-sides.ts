import { BlockArena, blockArena } from './block-arena.ts'
import type { PersonNo } from './facts.ts'
import type { LinearMemory, Section } from './linear-memory.ts'
import { PairMap } from './pair-map.ts'
import { CIRCLES, costOfSide, isEnded, withCost } from './side-word.ts'

/**
 * All sides of all ties, from both ends: `from` lists a person's own sides, `into` the sides that others have towards him.
 * Both are sorted by cost, so that a search stops at the first side past its bound; ended ones come last. The lists hold
 * people who exist and nobody else, so that no search has to ask; a tie with somebody of whom nothing was told yet waits.
 */
export class TieSides {
  /** Where the search for chains reads it. */
  readonly from: BlockArena<Section>
  readonly into = blockArena(2)
  /** The word of a side whose owner or whose other person is not known; by owner and other. */
  readonly waiting = new PairMap<number>()

  constructor(memory: LinearMemory) {
    const data = memory.section(1024)
    this.from = new BlockArena(2, memory.section(128), data)
  }

  /** The word of the side, or undefined if the two never had a tie. O(the smaller of the two persons' ties). */
  find(from: PersonNo, to: PersonNo): number | undefined {
    const outgoing = this.from.count(from) <= this.into.count(to)
    const lists = outgoing ? this.from : this.into
    const at = place(lists, outgoing ? from : to, outgoing ? to : from)
    return at < 0 ? undefined : lists.data[lists.start(outgoing ? from : to) + 2 * at + 1]!
  }

  set(from: PersonNo, to: PersonNo, word: number): void {
    write(this.from, from, to, word)
    write(this.into, to, from, word)
  }

  delete(from: PersonNo, to: PersonNo): void {
    take(this.from, from, to)
    take(this.into, to, from)
  }

  /** Gives an existing side another cost. O(the ties of both). */
  setCost(from: PersonNo, to: PersonNo, cost: number): void {
    const waiting = this.waiting.get(from, to)
    if (waiting !== undefined) this.waiting.set(from, to, withCost(waiting, cost))
    const word = waiting === undefined ? this.find(from, to) : undefined
    if (word !== undefined) this.set(from, to, withCost(word, cost))
  }

  /** Puts the person into these of the owner's circles, and no others. O(the ties of both). */
  setCircles(person: PersonNo, owner: PersonNo, mask: number): void {
    const masked = (word: number) => (word & ~CIRCLES) | (mask << 16)
    const waiting = this.waiting.get(person, owner)
    if (waiting !== undefined) return this.waiting.set(person, owner, masked(waiting))
    for (const [lists, key, other] of [
      [this.from, person, owner],
      [this.into, owner, person],
    ] as const) {
      const at = lists.start(key) + 2 * place(lists, key, other) + 1
      lists.data[at] = masked(lists.data[at]!)
    }
  }

  /** Takes everybody out of one of the owner's circles. O(the ties of the owner and of those in the circle). */
  clearCircle(owner: PersonNo, slot: number): void {
    const bit = 1 << (slot + 16)
    const clear = (person: PersonNo, word: number) => {
      if ((word & bit) !== 0) this.setCircles(person, owner, (word & ~bit) >>> 16)
    }
    const start = this.into.start(owner)
    for (let at = start; at < start + 2 * this.into.count(owner); at += 2) {
      clear(this.into.data[at]!, this.into.data[at + 1]!)
    }
    for (const person of this.waiting.row(owner)?.keys() ?? [])
      clear(person, this.waiting.get(person, owner)!)
  }

  /** Now that the person exists: takes in the ties that waited for nobody else. */
  appear(person: PersonNo, exists: (other: PersonNo) => boolean): void {
    for (const [other, word] of [...(this.waiting.row(person) ?? [])]) {
      if (!exists(other)) continue
      this.set(person, other, word)
      this.set(other, person, this.waiting.get(other, person)!)
      this.waiting.set(person, other, null)
      this.waiting.set(other, person, null)
    }
  }

  /** Now that the person does not exist: lets all ties wait. O(the ties of the person and of those he has them with). */
  vanish(person: PersonNo): void {
    while (this.from.count(person) > 0) {
      const start = this.from.start(person)
      const other = this.from.data[start]!
      this.waiting.set(person, other, this.from.data[start + 1]!)
      this.waiting.set(other, person, this.find(other, person)!)
      this.delete(person, other)
      this.delete(other, person)
    }
  }
}

interface IncomingSide {
  readonly person: PersonNo
  readonly side: number
}

/** The other person's side of every live tie of this one, the strongest first. */
export function* livingSides(ties: TieSides, person: PersonNo): Generator<IncomingSide> {
  const { into } = ties
  const start = into.start(person)
  for (let at = start; at < start + 2 * into.count(person); at += 2) {
    const side = into.data[at + 1]!
    if (!isEnded(side)) yield { person: into.data[at]!, side }
  }
}

function place(lists: BlockArena, key: PersonNo, other: PersonNo): number {
  const { data } = lists
  const start = lists.start(key)
  const end = start + 2 * lists.count(key)
  for (let at = start; at < end; at += 2) if (data[at] === other) return (at - start) / 2
  return -1
}

function take(lists: BlockArena, key: PersonNo, other: PersonNo): void {
  const position = place(lists, key, other)
  if (position >= 0) lists.remove(key, position)
}

function write(lists: BlockArena, key: PersonNo, other: PersonNo, word: number): void {
  take(lists, key, other)
  const cost = costOfSide(word)
  const start = lists.start(key)
  let low = 0
  let high = lists.count(key)
  while (low < high) {
    const middle = (low + high) >> 1
    if (costOfSide(lists.data[start + 2 * middle + 1]!) <= cost) low = middle + 1
    else high = middle
  }
  const at = lists.insert(key, low)
  lists.data[at] = other
  lists.data[at + 1] = word
}
