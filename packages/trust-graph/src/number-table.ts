/**
 * A small map from whole numbers other than 0 to whole numbers, for the length of one search: open addressing over pairs
 * {number, value}, a number of 0 marking a free place. It doubles before more than three quarters
 * of it would be full, and begins as large as the search before it needed, mostly 16,384 places: 128 kB, which stay in the
 * cache whatever the size of the population.
 *
 *   slots:  … | number | value | 0 | 0 | number | value | …
 */
export class NumberTable {
  slots = new Int32Array(2 * SMALLEST)
  /** Turns a place past the end into one at the beginning. */
  #mask = 2 * SMALLEST - 1
  /** 32 less the binary logarithm of the places. */
  #shift = Math.clz32(SMALLEST) + 1
  #used = 0

  /** Forgets everything. O(places), nothing if there is nothing to forget. */
  clear(): void {
    if (this.#used === 0) return
    let places = SMALLEST
    while (3 * places < 4 * this.#used + SMALLEST) places *= 2
    this.#empty(places)
    this.#used = 0
  }

  /** Makes sure that so many more numbers find a place, which may replace `slots`. */
  reserve(more: number): void {
    const places = (this.#mask + 1) / 2
    if (4 * (this.#used + more) <= 3 * places) return
    let larger = 2 * places
    while (3 * larger < 4 * (this.#used + more)) larger *= 2
    const old = this.slots.slice(0, 2 * places)
    this.#empty(larger)
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === 0) continue
      const place = this.place(old[at]!)
      this.slots[place] = old[at]!
      this.slots[place + 1] = old[at + 1]!
    }
  }

  /** Where the number stands in `slots`, or the free place where it would. */
  place(number: number): number {
    let place = homeOf(number, this.#shift)
    while (this.slots[place] !== number && this.slots[place] !== 0) place = (place + 2) & this.#mask
    return place
  }

  has(number: number): boolean {
    return this.slots[this.place(number)] !== 0
  }

  /** The number's value, or -1. */
  get(number: number): number {
    const place = this.place(number)
    return this.slots[place] === 0 ? -1 : this.slots[place + 1]!
  }

  set(number: number, value: number): void {
    this.reserve(1)
    const place = this.place(number)
    if (this.slots[place] === 0) this.#used++
    this.slots[place] = number
    this.slots[place + 1] = value
  }

  /** Makes it a table of so many free places. */
  #empty(places: number): void {
    if (2 * places > this.slots.length) this.slots = new Int32Array(2 * places)
    else this.slots.fill(0, 0, 2 * places)
    this.#mask = 2 * places - 1
    this.#shift = Math.clz32(places) + 1
  }
}

const SMALLEST = 1 << 10

/** The word of `slots` at which looking for the number begins (Fibonacci hashing: Knuth, TAOCP 3, 6.4). */
export function homeOf(number: number, shift: number): number {
  return (Math.imul(number, 0x9e3779b1) >>> shift) << 1
}
