const TAB = 9
const NEWLINE = 10
const COMMA = 44
const ZERO = 48
const NINE = 57
const N_OF_NULL = 78
const BACKSLASH = 92
const OPENING = 123
const CLOSING = 125

// No number has begun: none is negative.
const NOTHING = -1

/** The numbers of one row in the order of its fields; those of a list one after another, an empty list being none. */
export class NumberRow {
  #numbers = new Float64Array(16)
  #length = 0

  /** The number at this place, counted from 0; NaN stands for null. */
  at(place: number): number {
    return this.#numbers[place] ?? Number.NaN
  }

  /** A copy of so many numbers from this place on. */
  list(place: number, length: number): number[] {
    const list: number[] = []
    for (let i = 0; i < length; i++) list.push(this.at(place + i))
    return list
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) this.#grow()
    this.#numbers[this.#length++] = number
  }

  clear(): void {
    this.#length = 0
  }

  #grow(): void {
    const larger = new Float64Array(2 * this.#numbers.length)
    larger.set(this.#numbers)
    this.#numbers = larger
  }
}

/**
 * Reads rows of whole numbers as `copy … to stdout` writes them in text: fields between tabs, rows between newlines, `\N`
 * for null, lists as `{1,2}`. Straight from the bytes, which may break off anywhere; memory: one row. Each row is told at
 * once and must not be kept. Throws on anything else than whole numbers from 0 to 2^53.
 */
export class NumberRows {
  readonly #tell: (row: NumberRow) => void
  readonly #row = new NumberRow()
  #number = NOTHING
  /** How many rows were told. */
  count = 0

  constructor(tell: (row: NumberRow) => void) {
    this.#tell = tell
  }

  take(bytes: Uint8Array): void {
    let number = this.#number
    for (const byte of bytes) {
      if (byte >= ZERO && byte <= NINE) {
        number = (number === NOTHING ? 0 : number * 10) + byte - ZERO
      } else if (byte === TAB || byte === COMMA || byte === CLOSING || byte === NEWLINE) {
        if (number !== NOTHING) this.#row.push(number)
        number = NOTHING
        if (byte === NEWLINE) this.#end()
      } else if (byte === N_OF_NULL) number = Number.NaN
      else if (byte !== BACKSLASH && byte !== OPENING) {
        throw new Error(`Rows of whole numbers hold no ${JSON.stringify(String.fromCharCode(byte))}.`)
      }
    }
    this.#number = number
  }

  #end(): void {
    this.count++
    this.#tell(this.#row)
    this.#row.clear()
  }
}
