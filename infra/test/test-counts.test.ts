import { expect, it } from 'vitest'
import { addCounts, countPlaywright, countsLine, countVitest, judgePart } from '../local/test-counts.ts'

it('the last line sums the parts', () => {
  const parts = [
    { passed: 4, failed: 0, skipped: 1 },
    { passed: 2, failed: 1, skipped: 0 },
  ]
  expect(countsLine(addCounts(parts))).toBe('6 passed, 1 failed, 1 skipped')
})

it('reads what vitest and Playwright report', () => {
  const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
  expect(countVitest(vitest)).toEqual({ passed: 3, failed: 1, skipped: 3 })
  const playwright = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }
  expect(countPlaywright(playwright)).toEqual({ passed: 5, failed: 2, skipped: 2 })
})

it('a part without a test, without a report or that ended badly is a failure', () => {
  const some = { passed: 3, failed: 0, skipped: 0 }
  expect(judgePart({ passed: 0, failed: 0, skipped: 0 }, true).failed).toBe(1)
  expect(judgePart(countVitest('no report'), true).failed).toBe(1)
  expect(judgePart(countPlaywright({}), true).failed).toBe(1)
  expect(judgePart(some, false).failed).toBe(1)
  expect(judgePart(some, true)).toEqual(some)
})
