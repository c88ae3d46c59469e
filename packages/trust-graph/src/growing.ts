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
