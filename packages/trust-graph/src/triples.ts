/** Many triples of whole numbers, in pieces, so that growing copies nothing. */
export class Triples {
  readonly #pieces: Int32Array[] = []
  count = 0

  push(first: number, second: number, third: number): void {
    const at = 3 * (this.count & (PIECE - 1))
    if (at === 0) this.#pieces.push(new Int32Array(3 * PIECE))
    const piece = this.#pieces[this.#pieces.length - 1]!
    piece[at] = first
    piece[at + 1] = second
    piece[at + 2] = third
    this.count++
  }

  at(place: number, field: Field): number {
    return this.#pieces[place >>> PIECE_BITS]![3 * (place & (PIECE - 1)) + field]!
  }
}

export type Field = 0 | 1 | 2

const PIECE_BITS = 18
/** Triples in a piece. */
const PIECE = 1 << PIECE_BITS

/** Triples by one of their fields, a number from 0 to `keys` - 1: those with key k stand from `starts[k]` to `starts[k + 1]`. */
export interface Grouped {
  readonly starts: Int32Array
  /** The places of the triples. */
  readonly order: Int32Array
}

/** Counting sort. Pauses after every `slice` triples; O(triples + keys). */
export function* groupBy(
  triples: Triples,
  field: Field,
  keys: number,
  slice: number,
): Generator<undefined, Grouped> {
  const starts = new Int32Array(keys + 1)
  for (let place = 0; place < triples.count; place++) {
    starts[triples.at(place, field) + 1]!++
    if (place % slice === 0) yield
  }
  for (let key = 0; key < keys; key++) starts[key + 1]! += starts[key]!
  const order = new Int32Array(triples.count)
  const next = starts.slice()
  for (let place = 0; place < triples.count; place++) {
    order[next[triples.at(place, field)]!++] = place
    if (place % slice === 0) yield
  }
  return { starts, order }
}
