import { CardBounds, type Place } from './card-bounds.ts'
import type { PersonNo, Seconds } from './facts.ts'
import { LONGEST_IN_FEED } from './freshness.ts'
import { grown, grownDoubles } from './growing.ts'

/**
 * The posts that a list may hold. A window needs few of them, so they become cards some hundred at a time, the best first.
 * Which are the best is told by buckets, about as many as posts: a card belongs to one of them, and what a bucket counts at
 * most, as if all of its posts were on one card, no card of it exceeds.
 *
 *   post:    key of its card | author | place of the record | since | gain, negative for one that advises against
 *   bucket:  what is left of 1 when all its posts count, or 2 without posts
 */
export class CandidatePosts {
  readonly #cards = new CardBounds()
  #byScore = true
  #asOf: Seconds = 0
  #count = 0
  #keys = new Int32Array(CAPACITY)
  #authors = new Int32Array(CAPACITY)
  #records = new Int32Array(CAPACITY)
  #sinces = new Int32Array(CAPACITY)
  #gains = new Float64Array(CAPACITY)
  #left = new Float64Array(SMALLEST)
  /** 32 less the binary logarithm of the buckets. */
  #shift = 0
  /** How many buckets count so much at most: from n to n + 1 of 1,024 parts of 1. */
  readonly #atLevel = new Int32Array(LEVELS)
  /** Everything from this level on has become cards. */
  #level = LEVELS
  #portion = FIRST_PORTION

  /** Begins anew, for a list in the order of scores or of the newest voices. */
  clear(byScore: boolean, asOf: Seconds): void {
    this.#cards.clear()
    this.#byScore = byScore
    this.#asOf = asOf
    this.#count = 0
  }

  /** Room for that many more posts. */
  reserve(posts: number): void {
    const count = this.#count + posts
    if (count <= this.#keys.length) return
    this.#keys = grown(this.#keys, count)
    this.#authors = grown(this.#authors, count)
    this.#records = grown(this.#records, count)
    this.#sinces = grown(this.#sinces, count)
    this.#gains = grownDoubles(this.#gains, count)
  }

  /** A post on the card with this key; `gain` in (0, 1) is what it counts at most. */
  add(key: number, author: PersonNo, record: number, since: Seconds, against: boolean, gain: number): void {
    const post = this.#count++
    this.#keys[post] = key
    this.#authors[post] = author
    this.#records[post] = record
    this.#sinces[post] = since
    this.#gains[post] = against ? -gain : gain
  }

  /** All posts were added. O(posts). */
  close(): void {
    this.#fillBuckets()
    this.#atLevel.fill(0)
    const buckets = 2 ** (32 - this.#shift)
    for (let bucket = 0; bucket < buckets; bucket++) {
      if (this.#left[bucket] !== EMPTY) this.#atLevel[levelOf(this.#left[bucket]!)]!++
    }
    this.#level = LEVELS
    this.#portion = FIRST_PORTION
  }

  /** What the best card that is left counts at most; below every value when none is left. */
  get best(): number {
    return Math.max(this.#cards.best, this.#bestToCome())
  }

  /** Takes the best card out and answers its voices. */
  pop(): Place[] {
    while (this.#cards.best < this.#bestToCome()) this.#makeCards()
    return this.#cards.pop()
  }

  #bestToCome(): number {
    if (this.#level === 0 || this.#count === 0) return Number.NEGATIVE_INFINITY
    // A post may be younger than the list, by a "still true" that came later.
    if (this.#level === LEVELS) return Number.POSITIVE_INFINITY
    const share = this.#level / LEVELS
    return this.#byScore ? share : this.#asOf - (1 - share) * LONGEST_IN_FEED
  }

  #fillBuckets(): void {
    let buckets = SMALLEST
    while (buckets < Math.min(this.#count, LARGEST)) buckets *= 2
    if (buckets > this.#left.length) this.#left = new Float64Array(buckets)
    this.#shift = Math.clz32(buckets) + 1
    const left = this.#left.fill(EMPTY, 0, buckets)
    for (let post = 0; post < this.#count; post++) {
      const bucket = this.#bucketOf(post)
      const before = Math.min(1, left[bucket]!)
      left[bucket] = this.#byScore
        ? before * (1 - Math.abs(this.#gains[post]!))
        : Math.min(before, this.#ageOf(this.#sinces[post]! >>> 0))
    }
  }

  #bucketOf(post: number): number {
    return Math.imul(this.#keys[post]!, 0x9e3779b1) >>> this.#shift
  }

  /** Makes cards of the next portion of buckets, all of a level or none. O(posts). */
  #makeCards(): void {
    const above = this.#level
    for (let buckets = 0; this.#level > 0 && buckets < this.#portion; )
      buckets += this.#atLevel[--this.#level]!
    this.#portion *= 4
    this.#cards.reserve(this.#count)
    for (let post = 0; post < this.#count; post++) {
      const level = levelOf(this.#left[this.#bucketOf(post)]!)
      if (level < this.#level || level >= above) continue
      const gain = this.#gains[post]!
      const since = this.#sinces[post]! >>> 0
      this.#cards.add(
        this.#keys[post]!,
        this.#authors[post]!,
        this.#records[post]!,
        since,
        gain < 0,
        Math.abs(gain),
      )
    }
    this.#cards.order(this.#byScore)
  }

  /** In parts of the longest age. */
  #ageOf(since: Seconds): number {
    return Math.min(1, Math.max(0, (this.#asOf - since) / LONGEST_IN_FEED))
  }
}

const CAPACITY = 1 << 10
/** How many buckets there are at least and at most. */
const SMALLEST = 1 << 6
const LARGEST = 1 << 16
const EMPTY = 2
const LEVELS = 1024
/** So many buckets are made cards of at first, and four times as many every time that they were not enough. */
const FIRST_PORTION = 256

function levelOf(left: number): number {
  return Math.min(LEVELS - 1, Math.floor((1 - left) * LEVELS))
}
