import { expect, it } from 'vitest'
import { NumberRows } from './number-rows.ts'

const TEXT = '1\t2147483647\t0\n\\N\t40\t4102444800\n7\t2\t{}\t{5,66}\t{9}\n'
const ROWS = [
  [1, 2_147_483_647, 0],
  [Number.NaN, 40, 4_102_444_800],
  [7, 2, 5, 66, 9],
]

/** The rows of some pieces, each with as many numbers as it should have. */
function read(pieces: readonly Uint8Array[]): number[][] {
  const seen: number[][] = []
  const rows = new NumberRows((row) => seen.push(row.list(0, ROWS[seen.length]?.length ?? 0)))
  for (const piece of pieces) rows.take(piece)
  expect(rows.count).toBe(seen.length)
  return seen
}

it('reads numbers, null and lists, wherever the bytes break off', () => {
  const bytes = Buffer.from(TEXT)
  for (let first = 0; first <= bytes.length; first++) {
    for (let second = first; second <= bytes.length; second++) {
      const pieces = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)]
      expect(read(pieces)).toEqual(ROWS)
    }
  }
})

it('takes a row of any length, and what follows it for itself', () => {
  const long = Array.from({ length: 10_000 }, (_, at) => at)
  const seen: number[][] = []
  const rows = new NumberRows((row) => seen.push(row.list(1, row.at(0))))
  rows.take(Buffer.from(`10000\t{${long.join()}}\n2\t{3,4}\n0\t{}\n`))
  expect(seen).toEqual([long, [3, 4], []])
})

it('refuses what is no whole number', () => {
  const rows = new NumberRows(() => undefined)
  for (const wrong of ['-1', '1.5', '1e5', 'film']) {
    expect(() => rows.take(Buffer.from(`${wrong}\n`))).toThrow('whole numbers')
  }
})
