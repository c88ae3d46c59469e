import { expect, it } from 'vitest'
import { reconnectSeconds } from './client.ts'

it('a lost database is tried again at once, then more seldom, and every second however long it is away', () => {
  expect([0, 1, 2, 3, 4, 5, 1_000].map(reconnectSeconds)).toEqual([0.05, 0.1, 0.2, 0.4, 0.8, 1, 1])
})
