import { expect, it } from 'vitest'
import {
  failedCommand,
  failedInPlaywright,
  failedInVitest,
  failureLine,
  nameFailures,
} from '../local/failed-tests.ts'

const TEST = {
  status: 'failed',
  fullName: 'ties end for both',
  failureMessages: ['Error: 1 is not 2\n    at x'],
}
const VITEST = {
  testResults: [
    { name: '/kith/a.test.ts', status: 'failed', assertionResults: [TEST, { ...TEST, status: 'passed' }] },
    { name: '/kith/b.test.ts', status: 'failed', message: 'cannot be loaded\nat y', assertionResults: [] },
    { name: '/kith/c.test.ts', status: 'passed', assertionResults: [{ ...TEST, status: 'skipped' }] },
  ],
}

it('names every failed test of vitest, and every file that cannot be loaded', () => {
  expect(failedInVitest(VITEST, '/kith')).toEqual([
    { file: 'a.test.ts', title: 'ties end for both', why: 'Error: 1 is not 2' },
    { file: 'b.test.ts', title: '', why: 'cannot be loaded' },
  ])
})

function spec(title: string, status: string) {
  const red = '\u001b[31mError: not there\u001b[39m\n  at z'
  return {
    title,
    file: 'd.test.ts',
    tests: [{ status, results: [{ errors: [] }, { errors: [{ message: red }] }] }],
  }
}

it('names what Playwright saw fail, in whatever suite, or pass only when repeated', () => {
  const inner = { specs: [spec('a page opens', 'unexpected'), spec('another', 'expected')] }
  const report = {
    config: { rootDir: '/kith/e2e' },
    suites: [{ specs: [spec('a sheet opens', 'flaky'), spec('a third', 'skipped')], suites: [inner] }],
    errors: [{ message: 'no server' }],
  }
  expect(failedInPlaywright(report, '/kith')).toEqual([
    { file: '', title: '', why: 'no server' },
    { file: 'e2e/d.test.ts', title: 'a sheet opens', why: 'Error: not there' },
    { file: 'e2e/d.test.ts', title: 'a page opens', why: 'Error: not there' },
  ])
})

it('a part without a report or that ended badly is named, and one that went well is not', () => {
  const outside = [{ file: '', title: '', why: 'went wrong outside its tests, see above' }]
  expect(nameFailures(failedInVitest(undefined, '/kith'), 1)).toEqual(outside)
  expect(nameFailures(failedInPlaywright('no report', '/kith'), 1)).toEqual(outside)
  expect(nameFailures([], 0)).toEqual([])
  expect(nameFailures(failedInVitest(VITEST, '/kith'), 2)).toHaveLength(2)
})

it('says it in one line, however long the reason is', () => {
  const [first] = failedInVitest(VITEST, '/kith')
  expect(first && failureLine('app', first)).toBe('app › a.test.ts › ties end for both: Error: 1 is not 2')
  expect(failureLine('types', failedCommand(`\n${'long '.repeat(200)}\nmore`))).toHaveLength(7 + 240)
})
