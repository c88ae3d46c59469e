import { grown } from './growing.ts'

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
export class BlockArena {
  readonly width: number
  data = new Int32Array(1024)
  heads = new Int32Array(128)
  /** One past the last word of `data` that belongs to a block. */
  end = 0
  /** By size: the first free block, or -1. */
  #free = new Int32Array(SIZES).fill(-1)

  constructor(width: number) {
    this.width = width
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
    if (words + MARGIN <= this.data.length) return
    const larger = new Int32Array(words + MARGIN)
    larger.set(this.data.subarray(0, this.end))
    this.data = larger
  }

  /** The whole state, as arrays: free lists, heads and data. */
  state(): readonly [free: Int32Array, heads: Int32Array, data: Int32Array] {
    return [this.#free, this.heads, this.data.subarray(0, this.end)]
  }

  /** Becomes the arena whose state this was, `data` with a margin of 32 words; keeps the arrays. */
  revive(free: Int32Array<ArrayBuffer>, heads: Int32Array<ArrayBuffer>, data: Int32Array<ArrayBuffer>): void {
    this.#free = free
    this.heads = heads
    this.data = data
    this.end = data.length - MARGIN
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
    if (this.end + MARGIN > this.data.length) this.data = grown(this.data, this.end + MARGIN)
    return start
  }

  #reach(key: number): void {
    if (2 * key + 1 >= this.heads.length) this.heads = grown(this.heads, 2 * key + 2)
  }
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
export function tagOf(head: number): number {
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
