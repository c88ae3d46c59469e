/** Many triples of whole numbers, in pieces, so that growing copies nothing. */
export class Triples {
  readonly #pieces: Int32Array[] = []
  count = 0

  push(first: number, second: number, third: number): void {
    const at = this.count % PIECE
    if (at === 0) this.#pieces.push(new Int32Array(3 * PIECE))
    const piece = this.#pieces[this.#pieces.length - 1]!
    piece[3 * at] = first
    piece[3 * at + 1] = second
    piece[3 * at + 2] = third
    this.count++
  }

  at(place: number, field: 0 | 1 | 2): number {
    return this.#pieces[Math.floor(place / PIECE)]![3 * (place % PIECE) + field]!
  }
}

/** Triples in a piece. */
const PIECE = 1 << 18
