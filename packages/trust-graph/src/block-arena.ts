/**
 * Many short lists of records in one Int32Array. A list is one block of the arena:
 *
 *   blockOf[key] ─┐
 *   data:  … | r0 | r1 | r2 |    | …        each record `width` words, `countOf[key]` of them in use
 *
 * Blocks hold 4, 6, 8, 12, 16, 24, … records; a list that outgrows its block moves to the next size and leaves the old one
 * on the free list of its size. Growing replaces `data`, so readers fetch it anew after every change.
 */
export class BlockArena {
  readonly width: number
  data = new Int32Array(1024)
  #end = 0
  #blockOf = new Int32Array(64)
  #countOf = new Int32Array(64)
  /** 0: no block; n: the n-th block size. */
  #sizeOf = new Uint8Array(64)
  readonly #free: number[][] = []

  constructor(width: number) {
    this.width = width
  }

  /** How many records the list holds. */
  count(key: number): number {
    return this.#countOf[key] ?? 0
  }

  /** The word of `data` at which the list begins. */
  start(key: number): number {
    return this.#blockOf[key] ?? 0
  }

  /** Makes room for one record before the given position and answers its first word. O(length of the list). */
  insert(key: number, position: number): number {
    this.#reach(key)
    const count = this.#countOf[key]!
    if (count === capacityOf(this.#sizeOf[key]!)) this.#move(key, this.#sizeOf[key]! + 1)
    const at = this.#blockOf[key]! + position * this.width
    this.data.copyWithin(at + this.width, at, this.#blockOf[key]! + count * this.width)
    this.#countOf[key] = count + 1
    return at
  }

  /** Takes out the record at the given position. O(length of the list). */
  remove(key: number, position: number): void {
    const count = this.#countOf[key]!
    const at = this.#blockOf[key]! + position * this.width
    this.data.copyWithin(at, at + this.width, this.#blockOf[key]! + count * this.width)
    this.#countOf[key] = count - 1
    const smaller = this.#sizeOf[key]! - 1
    if (count - 1 === 0) this.#move(key, 0)
    // Two sizes of slack, so that a list at the edge of a size does not move to and fro.
    else if (smaller > 1 && count - 1 <= capacityOf(smaller - 1)) this.#move(key, smaller)
  }

  #move(key: number, size: number): void {
    const from = this.#blockOf[key]!
    const oldSize = this.#sizeOf[key]!
    const to = size === 0 ? 0 : this.#take(size)
    this.data.copyWithin(to, from, from + (size === 0 ? 0 : this.#countOf[key]! * this.width))
    if (oldSize > 0) this.#freeOf(oldSize).push(from)
    this.#blockOf[key] = to
    this.#sizeOf[key] = size
  }

  #take(size: number): number {
    const freed = this.#freeOf(size).pop()
    if (freed !== undefined) return freed
    const start = this.#end
    this.#end += capacityOf(size) * this.width
    if (this.#end > this.data.length) this.data = grown(this.data, this.#end)
    return start
  }

  #freeOf(size: number): number[] {
    while (this.#free.length <= size) this.#free.push([])
    return this.#free[size]!
  }

  #reach(key: number): void {
    if (key < this.#blockOf.length) return
    this.#blockOf = grown(this.#blockOf, key + 1)
    this.#countOf = grown(this.#countOf, key + 1)
    const sizes = new Uint8Array(this.#blockOf.length)
    sizes.set(this.#sizeOf)
    this.#sizeOf = sizes
  }
}

/** A copy with room for at least `length` words, the new ones 0. */
export function grown(words: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(length, Math.ceil(words.length * 1.5)))
  larger.set(words)
  return larger
}

/** Records in a block of the n-th size: 0, 4, 6, 8, 12, 16, 24, 32, … */
function capacityOf(size: number): number {
  if (size === 0) return 0
  const pair = (size - 1) >> 1
  return (size & 1) === 1 ? 4 << pair : 6 << pair
}
