import { type GrowingWords, OwnWords } from './growing.ts'

/**
 * Many short lists of records in one Int32Array. A list is one block of the arena, and two words say where:
 *
 *   heads:  … | start | count << 10, tag << 7, size |  …          one pair a list
 *               │
 *   data:   … | r0 | r1 | r2 |    |  …                           each record `width` words
 *
 * Blocks hold 1, 2, 3, … 8, 10, 12, 14, 16, 20, … records, four sizes an octave. A list that outgrows its block moves to
 * the next size and leaves the old one on the free list of its size; a free block's first word is the next free one.
 * Growing replaces `data` and `heads`, so readers fetch them anew after every change.
 */
export class BlockArena<Words extends GrowingWords = GrowingWords> {
  readonly width: number
  /** Where `heads` and `data` lie. */
  readonly headWords: Words
  readonly dataWords: Words
  /** One past the last word of `data` that belongs to a block. */
  end = 0
  /** By size: the first free block, or -1. */
  #free = new Int32Array(SIZES).fill(-1)

  constructor(width: number, headWords: Words, dataWords: Words) {
    this.width = width
    this.headWords = headWords
    this.dataWords = dataWords
  }

  get heads(): Int32Array<ArrayBuffer> {
    return this.headWords.words
  }

  get data(): Int32Array<ArrayBuffer> {
    return this.dataWords.words
  }

  /** How many records the list holds. */
  count(key: number): number {
    return countOf(this.heads[2 * key + 1] ?? 0)
  }

  /** The word of `data` at which the list begins. */
  start(key: number): number {
    return this.heads[2 * key] ?? 0
  }

  /** Three bits that the arena keeps beside the list, so that a search reads them together with its place. */
  tag(key: number): number {
    return tagOf(this.heads[2 * key + 1] ?? 0)
  }

  setTag(key: number, tag: number): void {
    this.#reach(key)
    this.heads[2 * key + 1] = (this.heads[2 * key + 1]! & ~TAG) | (tag << 7)
  }

  /** Makes room for one record before the given position and answers its first word. O(length of the list). */
  insert(key: number, position: number): number {
    this.#reach(key)
    const head = this.heads[2 * key + 1]!
    if (countOf(head) === capacityOf(head & SIZE)) this.#move(key, (head & SIZE) + 1)
    const start = this.heads[2 * key]!
    const at = start + position * this.width
    this.data.copyWithin(at + this.width, at, start + countOf(head) * this.width)
    this.heads[2 * key + 1]! += ONE
    return at
  }

  /** Takes out the record at the given position. O(length of the list). */
  remove(key: number, position: number): void {
    const start = this.heads[2 * key]!
    const at = start + position * this.width
    this.data.copyWithin(at, at + this.width, start + this.count(key) * this.width)
    this.heads[2 * key + 1]! -= ONE
    const size = this.heads[2 * key + 1]! & SIZE
    if (this.count(key) === 0) this.#move(key, 0)
    // Two sizes of slack, so that a list at the edge of a size does not move to and fro.
    else if (size > 2 && this.count(key) <= capacityOf(size - 2)) this.#move(key, size - 1)
  }

  /** Gives an empty list a block for that many records, all of them in use and yet to be written; answers its first word. */
  allot(key: number, count: number): number {
    this.#reach(key)
    if (count === 0) return 0
    const size = sizeFor(count)
    const start = this.#take(size)
    this.heads[2 * key] = start
    this.heads[2 * key + 1] = (this.heads[2 * key + 1]! & TAG) | (count * ONE) | size
    return start
  }

  /** No more words than this are taken by lists of so many records in all: a block is at most a quarter too large. */
  wordsForAtMost(records: number): number {
    return Math.ceil(1.25 * records) * this.width
  }

  /** Room for that many words in blocks, so that filling the arena copies nothing. */
  reserve(words: number): void {
    this.dataWords.reach(words + MARGIN)
  }

  /** The whole state, as arrays: free lists, heads and data. */
  state(): readonly [free: Int32Array, heads: Int32Array, data: Int32Array] {
    return [this.#free, this.heads, this.data.subarray(0, this.end)]
  }

  /** Becomes the arena whose state this was, once its heads, that many words of `data` and a margin lie where they are to. */
  revive(free: Int32Array<ArrayBuffer>, end: number): void {
    this.#free = free
    this.end = end
  }

  #move(key: number, size: number): void {
    const from = this.heads[2 * key]!
    const head = this.heads[2 * key + 1]!
    const to = size === 0 ? 0 : this.#take(size)
    if (size > 0) this.data.copyWithin(to, from, from + countOf(head) * this.width)
    if ((head & SIZE) > 0) {
      this.data[from] = this.#free[head & SIZE]!
      this.#free[head & SIZE] = from
    }
    this.heads[2 * key] = to
    this.heads[2 * key + 1] = (head & ~SIZE) | size
  }

  #take(size: number): number {
    const freed = this.#free[size]!
    if (freed >= 0) {
      this.#free[size] = this.data[freed]!
      return freed
    }
    const start = this.end
    this.end += capacityOf(size) * this.width
    this.dataWords.reach(this.end + MARGIN)
    return start
  }

  #reach(key: number): void {
    this.headWords.reach(2 * key + 2)
  }
}

/** An arena whose arrays are its own. */
export function blockArena(width: number): BlockArena {
  return new BlockArena(width, new OwnWords(128), new OwnWords(1024))
}

/** Words past the last block: a search that fetches ahead may read as far. */
export const MARGIN = 32

const SIZE = 0x7f
const TAG = 0x380
const ONE = 1 << 10
/** Enough for a list of four million records, which is as many as a head can count. */
const SIZES = 85

/** The number of records in a list with this second word of its head. */
export function countOf(head: number): number {
  return head >>> 10
}

/** The tag in the second word of a head. */
function tagOf(head: number): number {
  return (head & TAG) >>> 7
}

/** Records in a block of the n-th size: 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, … */
function capacityOf(size: number): number {
  if (size <= 8) return size
  return (5 + ((size - 9) & 3)) << (((size - 9) >> 2) + 1)
}

function sizeFor(count: number): number {
  let size = Math.min(count, 8)
  while (capacityOf(size) < count) size++
  return size
}
