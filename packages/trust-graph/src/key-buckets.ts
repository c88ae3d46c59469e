/**
 * Many triples of whole numbers, to be found again by their first one, the key, and in the order of some bits of their
 * third, the rank. Those of some hundred neighbouring keys share a bucket, a row of pieces that are never copied to grow;
 * so whoever goes from bucket to bucket works within the processor's cache, however many triples there are in all.
 *
 *   piece:  | key | second | third | key | second | third | …
 */
export class KeyBuckets {
  /** The piece that each bucket is filling, and how many words of it are used. */
  readonly #piece: Int32Array[] = []
  readonly #used: number[] = []
  readonly #full: Int32Array[][] = []
  #byRank = new Int32Array(0)
  #byKey = new Int32Array(0)

  push(key: number, second: number, third: number): void {
    const bucket = key >>> KEY_BITS
    if ((this.#used[bucket] ?? PIECE) === PIECE) this.#open(bucket)
    const at = this.#used[bucket]!
    const piece = this.#piece[bucket]!
    piece[at] = key
    piece[at + 1] = second
    piece[at + 2] = third
    this.#used[bucket] = at + 3
  }

  /**
   * Hands over what a bucket holds, by key and then by rank, and forgets it. Good until the next is taken. O(triples +
   * keys of a bucket + ranks): two counting sorts, the less important first.
   */
  take(bucket: number): Grouped {
    const pieces = this.#close(bucket)
    const words = pieces.reduce((sum, { length }) => sum + length, 0)
    if (words > this.#byRank.length) {
      this.#byRank = new Int32Array(2 * words)
      this.#byKey = new Int32Array(2 * words)
    }
    const ranks = new Int32Array(RANKS + 1)
    for (const piece of pieces)
      for (let at = 2; at < piece.length; at += 3) ranks[(piece[at]! & RANK) + 1]! += 3
    sumUp(ranks)
    const byRank = this.#byRank
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; at += 3) {
        const rank = piece[at + 2]! & RANK
        const to = ranks[rank]!
        byRank[to] = piece[at]!
        byRank[to + 1] = piece[at + 1]!
        byRank[to + 2] = piece[at + 2]!
        ranks[rank] = to + 3
      }
    }
    const starts = new Int32Array(KEYS + 1)
    for (let at = 0; at < words; at += 3) starts[(byRank[at]! & KEY) + 1]! += 2
    sumUp(starts)
    const ends = starts.slice()
    const records = this.#byKey
    for (let at = 0; at < words; at += 3) {
      const key = byRank[at]! & KEY
      const to = ends[key]!
      records[to] = byRank[at + 1]!
      records[to + 1] = byRank[at + 2]!
      ends[key] = to + 2
    }
    return { starts, records }
  }

  #open(bucket: number): void {
    const piece = this.#piece[bucket]
    this.#full[bucket] ??= []
    if (piece !== undefined) this.#full[bucket].push(piece)
    this.#piece[bucket] = new Int32Array(PIECE)
    this.#used[bucket] = 0
  }

  #close(bucket: number): readonly Int32Array[] {
    const full = this.#full[bucket]
    if (full === undefined) return []
    full.push(this.#piece[bucket]!.subarray(0, this.#used[bucket]))
    this.#full[bucket] = []
    this.#piece[bucket] = EMPTY
    this.#used[bucket] = PIECE
    return full
  }
}

/** The triples of a bucket without their keys: those of its n-th key stand from `starts[n]` to `starts[n + 1]`. */
export interface Grouped {
  readonly starts: Int32Array
  readonly records: Int32Array
}

/** Those of the bucket's n-th key. */
export function recordsOf({ starts, records }: Grouped, n: number): Int32Array {
  return records.subarray(starts[n], starts[n + 1])
}

const KEY_BITS = 9
/** How many keys share a bucket: bucket n has those from n times this on. */
export const KEYS = 1 << KEY_BITS
const KEY = KEYS - 1
/** The bits of the third number that are its rank. */
const RANKS = 1 << 12
const RANK = RANKS - 1
/** Words in a piece. */
const PIECE = 3 * 2048
const EMPTY = new Int32Array(0)

/** Turns counts, each one place late, into the places where each begins. */
function sumUp(counts: Int32Array): void {
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!
}
