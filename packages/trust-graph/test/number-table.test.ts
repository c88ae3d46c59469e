import { expect, it } from 'vitest'
import { NumberTable } from '../src/number-table.ts'

it('a table of numbers holds what a map holds, also after it has grown and was cleared', () => {
  const table = new NumberTable()
  // 768 of 1,024 places are as many as there may be: the next table has to be larger than any before.
  for (const count of [768, 5, 100_000, 3, 20_000]) {
    table.clear()
    const plain = new Map<number, number>()
    for (let i = 1; i <= count; i++) {
      const number = Math.imul(i, 0x2545f491) || 1
      table.set(number, i)
      plain.set(number, i)
    }
    for (const [number, value] of plain)
      if (table.get(number) !== value) expect(table.get(number)).toBe(value)
    expect([table.get(7), table.has(7), table.has(Math.imul(1, 0x2545f491))]).toEqual([-1, false, true])
  }
})
