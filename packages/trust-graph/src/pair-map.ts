/** What is known about ordered pairs of numbers. */
export class PairMap<Value> {
  readonly #rows = new Map<number, Map<number, Value>>()

  get(first: number, second: number): Value | undefined {
    return this.#rows.get(first)?.get(second)
  }

  has(first: number, second: number): boolean {
    return this.#rows.get(first)?.has(second) ?? false
  }

  /** Everything known with this first number. */
  row(first: number): ReadonlyMap<number, Value> | undefined {
    return this.#rows.get(first)
  }

  /** Everything known, pair by pair. */
  *entries(): Generator<readonly [first: number, second: number, value: Value]> {
    for (const [first, row] of this.#rows) for (const [second, value] of row) yield [first, second, value]
  }

  /** Puts these in the place of everything known with this first number. */
  setRow(first: number, row: ReadonlyMap<number, Value>): void {
    if (row.size === 0) this.#rows.delete(first)
    else this.#rows.set(first, new Map(row))
  }

  /** Null forgets the pair. */
  set(first: number, second: number, value: Value | null): void {
    const row = this.#rows.get(first)
    if (value === null) {
      row?.delete(second)
      if (row?.size === 0) this.#rows.delete(first)
    } else if (row === undefined) this.#rows.set(first, new Map([[second, value]]))
    else row.set(second, value)
  }
}
