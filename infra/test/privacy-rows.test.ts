import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const TESTS = ['apps/*/{src,test,e2e}/**/*.test.{ts,tsx}', 'packages/contract/src/**/*.test.ts']
const ROWS = Array.from({ length: 33 }, (_, at) => `P${at + 1}`)
/** The numbers that stand at the beginning of a title, as in `it('[P7][P29] …`. */
const TITLE = /\b(?:it|test|describe)(?:\.each\(.*\))?\(\s*['`](?<numbers>(?:\[P\d+\])+) /g
const LINE = /^\| (?<row>P\d+) \|/gm

it('every row of privacy has either a test with its number or a line that says why not', () => {
  const tested = rowsWithTest()
  const explained = rowsWithLine()
  expect(explained.filter((row) => tested.has(row))).toEqual([])
  expect([...tested, ...explained].toSorted(byNumber)).toEqual(ROWS)
})

function rowsWithTest(): Set<string> {
  const titles = globSync(TESTS, { cwd: ROOT, exclude: ['**/node_modules'] })
    .flatMap((path) => [...readFileSync(join(ROOT, path), 'utf8').matchAll(TITLE)])
    .map((found) => found.groups?.['numbers'] ?? '')
  return new Set(titles.flatMap((numbers) => numbers.match(/P\d+/g) ?? []))
}

function rowsWithLine(): string[] {
  const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
  return [...text.matchAll(LINE)].map((found) => found.groups?.['row'] ?? '')
}

function byNumber(one: string, other: string): number {
  return Number(one.slice(1)) - Number(other.slice(1))
}
