/** Words of 32 bits that can become more. Whoever holds `words` fetches them anew after anything may have grown. */
export interface GrowingWords {
  readonly words: Int32Array<ArrayBuffer>
  /** Makes them at least so many, the new ones 0. */
  reach(length: number): void
}

/** Words in an array of their own. */
export class OwnWords implements GrowingWords {
  words: Int32Array<ArrayBuffer>

  constructor(length: number) {
    this.words = new Int32Array(length)
  }

  reach(length: number): void {
    if (length > this.words.length) this.words = grown(this.words, length)
  }
}

/** A copy with room for at least `length` words and a quarter more, the new ones 0. */
export function grown(words: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(length, Math.ceil(words.length * 1.25)))
  larger.set(words)
  return larger
}

/** The same for doubles. */
export function grownDoubles(doubles: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(length, Math.ceil(doubles.length * 1.25)))
  larger.set(doubles)
  return larger
}
