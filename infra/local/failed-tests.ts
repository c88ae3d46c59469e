import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { listAt, textAt, valueAt } from './report-values.ts'

/** Where something failed, what it is called, and the first line of why; empty where a report does not say. */
export type Failure = { file: string; title: string; why: string }

// Of a comparison of two long things the beginning is enough.
const LONGEST = 240

/** One line that names a failure for whoever sees only the end of the log. */
export function failureLine(part: string, { file, title, why }: Failure): string {
  const place = [part, file, title].filter((word) => word !== '').join(' › ')
  return why === '' ? place : `${place}: ${why}`
}

/** The failures of a part, of which there are `failed`; whoever failed outside of tests is named as well. */
export function nameFailures(named: readonly Failure[], failed: number): readonly Failure[] {
  if (named.length > 0 || failed === 0) return named
  return [{ file: '', title: '', why: 'went wrong outside its tests, see above' }]
}

/** Why a command failed that is no test: the first line of what it said. */
export function failedCommand(output: string): Failure {
  return { file: '', title: '', why: firstLine(output) }
}

/** The failures in the JSON report of vitest, by files below `root`. A file that cannot be loaded has no title. */
export function failedInVitest(report: unknown, root: string): Failure[] {
  return listAt(report, 'testResults').flatMap((result) => {
    const file = relative(root, textAt(result, 'name'))
    const tests = listAt(result, 'assertionResults').filter((test) => textAt(test, 'status') === 'failed')
    const isBroken = tests.length === 0 && textAt(result, 'status') === 'failed'
    if (isBroken) return [{ file, title: '', why: firstLine(textAt(result, 'message')) }]
    return tests.map((test) => ({
      file,
      title: textAt(test, 'fullName'),
      why: firstLine(textAt(listAt(test, 'failureMessages'), '0')),
    }))
  })
}

/** The failures in the JSON report of Playwright, and those that passed only when repeated. */
export function failedInPlaywright(report: unknown, root: string): Failure[] {
  const folder = textAt(valueAt(report, 'config'), 'rootDir')
  const outside = listAt(report, 'errors').map((error) => ({ file: '', title: '', why: messageOf(error) }))
  const tests = listAt(report, 'suites')
    .flatMap(specsIn)
    .flatMap((spec) => {
      const failed = listAt(spec, 'tests').filter((test) => /unexpected|flaky/.test(textAt(test, 'status')))
      const file = relative(root, join(folder, textAt(spec, 'file')))
      return failed.map((test) => ({ file, title: textAt(spec, 'title'), why: whyOf(test) }))
    })
  return [...outside, ...tests]
}

function specsIn(suite: unknown): readonly unknown[] {
  return [...listAt(suite, 'specs'), ...listAt(suite, 'suites').flatMap(specsIn)]
}

function whyOf(test: unknown): string {
  const errors = listAt(test, 'results').flatMap((result) => listAt(result, 'errors'))
  return messageOf(errors[0])
}

function messageOf(error: unknown): string {
  return firstLine(textAt(error, 'message'))
}

function firstLine(text: string): string {
  return (stripVTControlCharacters(text).trim().split('\n', 1)[0] ?? '').slice(0, LONGEST)
}
