import type { PersonNo } from './facts.ts'
import { grown, grownDoubles } from './growing.ts'
import { NumberTable } from './number-table.ts'

/** Where the record of a post lies. */
export interface Place {
  readonly author: PersonNo
  readonly record: number
}

/**
 * Posts grouped into cards, each card with a value that it cannot exceed, in the order of these values.
 *
 *   card:   doubt (for, against) | newest | last voice ─┐
 *   voice:  author | place of the record | the voice before it on the same card
 *
 * What a subject counts at most is as if its voices were independent of each other, since what they share and the limit
 * of five witnesses only take away. Cards lie in a heap, the greatest bound first.
 */
export class CardBounds {
  readonly #cards = new NumberTable()
  #cardCount = 0
  /** How many of the cards were put in order. */
  #ordered = 0
  #doubtFor = new Float64Array(CAPACITY)
  #doubtAgainst = new Float64Array(CAPACITY)
  #newest = new Float64Array(CAPACITY)
  #lastVoice = new Int32Array(CAPACITY)
  #voiceCount = 0
  #authors = new Int32Array(CAPACITY)
  #records = new Int32Array(CAPACITY)
  #earlier = new Int32Array(CAPACITY)
  #heap = new Int32Array(CAPACITY)
  #heapSize = 0
  #bounds = new Float64Array(CAPACITY)

  clear(): void {
    this.#cards.clear()
    this.#cardCount = 0
    this.#ordered = 0
    this.#voiceCount = 0
    this.#heapSize = 0
  }

  /** Room for that many more voices. */
  reserve(voices: number): void {
    const count = this.#voiceCount + voices
    if (count <= this.#authors.length) return
    this.#authors = grown(this.#authors, count)
    this.#records = grown(this.#records, count)
    this.#earlier = grown(this.#earlier, count)
  }

  /** Puts a voice on the card with this key; `gain` in [0, 1] is what it counts at most. */
  add(key: number, author: PersonNo, record: number, since: number, against: boolean, gain: number): void {
    const card = this.#cardFor(key)
    const doubt = against ? this.#doubtAgainst : this.#doubtFor
    doubt[card]! *= 1 - gain
    if (since > this.#newest[card]!) this.#newest[card] = since
    const voice = this.#voiceCount++
    this.#authors[voice] = author
    this.#records[voice] = record
    this.#earlier[voice] = this.#lastVoice[card]!
    this.#lastVoice[card] = voice
  }

  /** Puts the new cards among those that are left, by score or by their newest voice. O(cards). */
  order(byScore: boolean): void {
    for (; this.#ordered < this.#cardCount; this.#ordered++) {
      const card = this.#ordered
      const doubt = Math.min(this.#doubtFor[card]!, this.#doubtAgainst[card]!)
      this.#bounds[card] = byScore ? 1 - doubt : this.#newest[card]!
      this.#heap[this.#heapSize++] = card
    }
    for (let at = (this.#heapSize >> 1) - 1; at >= 0; at--) this.#sink(at)
  }

  /** What the best card that is left counts at most; below every value when none is left. */
  get best(): number {
    return this.#heapSize === 0 ? Number.NEGATIVE_INFINITY : this.#bounds[this.#heap[0]!]!
  }

  /** Takes the best card out and answers its voices. O(log cards). */
  pop(): Place[] {
    const card = this.#heap[0]!
    this.#heap[0] = this.#heap[--this.#heapSize]!
    if (this.#heapSize > 0) this.#sink(0)
    const voices: Place[] = []
    for (let voice = this.#lastVoice[card]!; voice >= 0; voice = this.#earlier[voice]!) {
      voices.push({ author: this.#authors[voice]!, record: this.#records[voice]! })
    }
    return voices
  }

  #cardFor(key: number): number {
    const known = this.#cards.get(key)
    if (known >= 0) return known
    const card = this.#cardCount++
    this.#ensure(this.#cardCount)
    this.#cards.set(key, card)
    this.#doubtFor[card] = 1
    this.#doubtAgainst[card] = 1
    this.#newest[card] = 0
    this.#lastVoice[card] = -1
    return card
  }

  #sink(from: number): void {
    const heap = this.#heap
    const bounds = this.#bounds
    const size = this.#heapSize
    const card = heap[from]!
    const value = bounds[card]!
    let at = from
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && bounds[heap[child + 1]!]! > bounds[heap[child]!]!) child++
      if (bounds[heap[child]!]! <= value) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = card
  }

  #ensure(cards: number): void {
    if (cards <= this.#heap.length) return
    this.#doubtFor = grownDoubles(this.#doubtFor, cards)
    this.#doubtAgainst = grownDoubles(this.#doubtAgainst, cards)
    this.#newest = grownDoubles(this.#newest, cards)
    this.#bounds = grownDoubles(this.#bounds, cards)
    this.#lastVoice = grown(this.#lastVoice, cards)
    this.#heap = grown(this.#heap, cards)
  }
}

const CAPACITY = 1 << 10
