import { BlockArena } from './block-arena.ts'
import type { PersonNo } from './facts.ts'
import { CIRCLES, costOfSide, isEnded } from './side-word.ts'

/**
 * All sides of all ties, from both ends: `from` lists a person's own sides, `into` the sides that others have towards him.
 * Both are sorted by cost, so that a search stops at the first side past its bound; ended ones come last.
 */
export class TieSides {
  readonly from = new BlockArena(2)
  readonly into = new BlockArena(2)

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

  /** Puts the person into these of the owner's circles, and no others. O(the ties of both). */
  setCircles(person: PersonNo, owner: PersonNo, mask: number): void {
    for (const at of [this.#wordAt(this.from, person, owner), this.#wordAt(this.into, owner, person)]) {
      at.lists.data[at.word] = (at.lists.data[at.word]! & ~CIRCLES) | (mask << 16)
    }
  }

  /** Takes everybody out of one of the owner's circles. O(the ties of the owner and of those in the circle). */
  clearCircle(owner: PersonNo, slot: number): void {
    const bit = 1 << (slot + 16)
    const start = this.into.start(owner)
    for (let at = start; at < start + 2 * this.into.count(owner); at += 2) {
      const word = this.into.data[at + 1]!
      if ((word & bit) !== 0) this.setCircles(this.into.data[at]!, owner, (word & ~bit) >>> 16)
    }
  }

  #wordAt(lists: BlockArena, key: PersonNo, other: PersonNo): { lists: BlockArena; word: number } {
    return { lists, word: lists.start(key) + 2 * place(lists, key, other) + 1 }
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
  const start = lists.start(key)
  const count = lists.count(key)
  for (let i = 0; i < count; i++) if (lists.data[start + 2 * i] === other) return i
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
