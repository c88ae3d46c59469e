import { numberAt, valueAt } from './report-values.ts'

/** How many tests ended how. */
export type Counts = { passed: number; failed: number; skipped: number }

/** The sum of several counts. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** The one plain line that a test run ends with. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/**
 * What a part of the run counts for, given its report and whether it ended well. A part that went wrong outside its tests
 * (a file that cannot be loaded, no report at all) or that holds no test is at least one failure.
 */
export function judgePart(counts: Counts | undefined, endedWell: boolean): Counts {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 }
  const isEmpty = counts.passed + counts.failed + counts.skipped === 0
  const failed = counts.failed === 0 && (!endedWell || isEmpty) ? 1 : counts.failed
  return { ...counts, failed }
}

/** Reads the JSON report of vitest; undefined when it is none. */
export function countVitest(report: unknown): Counts | undefined {
  const passed = numberAt(report, 'numPassedTests')
  const failed = numberAt(report, 'numFailedTests')
  const pending = numberAt(report, 'numPendingTests')
  const todo = numberAt(report, 'numTodoTests')
  if (passed === undefined || failed === undefined) return undefined
  return { passed, failed, skipped: (pending ?? 0) + (todo ?? 0) }
}

/** Reads the JSON report of Playwright; undefined when it is none. A test that passed only when repeated has failed. */
export function countPlaywright(report: unknown): Counts | undefined {
  const stats = valueAt(report, 'stats')
  const passed = numberAt(stats, 'expected')
  const failed = numberAt(stats, 'unexpected')
  if (passed === undefined || failed === undefined) return undefined
  return {
    passed,
    failed: failed + (numberAt(stats, 'flaky') ?? 0),
    skipped: numberAt(stats, 'skipped') ?? 0,
  }
}
