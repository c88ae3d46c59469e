import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEdgeList } from '../bench/edge-list.ts'
import { loadReach } from '../bench/engine-reach.ts'
import { median, quantile } from '../bench/figures.ts'
import { GENERATED_LEVELS, readGraphFile, writeLevels } from '../bench/graph-file.ts'
import { drawGraph } from '../bench/graph-generator.ts'
import { drawGraphByC, parseRun } from '../bench/yardstick.ts'
import { costOf } from '../src/index.ts'

let folder = ''
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-reach-'))
})

afterAll(() => rm(folder, { recursive: true }))

async function edges(lines: readonly string[]) {
  await writeFile(file('edges.txt'), lines.join('\n'))
  const refused: number[] = []
  const graph = await readEdgeList(file('edges.txt'), (line) => refused.push(line))
  return { graph, refused }
}

it('reads a list of sides, the cheapest first, and says which lines it left out', async () => {
  const { graph, refused } = await edges([
    '# from to strength',
    'ann ben 0.2',
    'ann cid 0.8\r',
    '',
    'ann ben 0.5',
    'ann ben 0.35',
    'cid\tann,1',
    'ann ann 0.5',
    'ann dan 0',
    'ann dan 1.5',
    'ann dan',
    'ann dan 0.5 0.5',
  ])
  expect(refused).toEqual([8, 9, 10, 11, 12])
  expect(graph).toEqual({
    people: 3,
    offsets: Int32Array.of(0, 2, 2, 3),
    targets: Int32Array.of(2, 1, 0),
    costs: Uint16Array.of(costOf(0.8), costOf(0.5), 0),
  })
})

it('writes the file that it reads', async () => {
  const { graph } = await edges(GENERATED_LEVELS.map((cost, i) => `0 ${i + 1} ${Math.exp(-cost / 1000)}`))
  expect(writeLevels(file('graph.bin'), graph)).toEqual(GENERATED_LEVELS)
  expect(readGraphFile(file('graph.bin'))).toEqual(graph)
})

it('writes nothing with more costs than a byte can number, and reads nothing but generated graphs', async () => {
  const { graph } = await edges(Array.from({ length: 257 }, (_, i) => `0 ${i + 1} ${Math.exp(-i / 1000)}`))
  expect(writeLevels(file('none.bin'), graph)).toBeUndefined()
  await expect(readFile(file('none.bin'))).rejects.toThrow('ENOENT')
  await writeFile(file('foreign.bin'), Int32Array.of(0x54525554, 0, 0, 6, 0))
  expect(() => readGraphFile(file('foreign.bin'))).toThrow('is no generated graph')
})

it('draws the same graph without a C compiler', async (test) => {
  const recipe = { people: 500, degree: 12, seed: 7 }
  drawGraph(file('drawn.bin'), recipe)
  const { people, targets } = readGraphFile(file('drawn.bin'))
  expect([people, Math.round(targets.length / people)]).toEqual([500, 10])
  if (!(await drawGraphByC(file('drawn-by-c.bin'), recipe))) test.skip('no C compiler')
  expect(await readFile(file('drawn.bin'))).toEqual(await readFile(file('drawn-by-c.bin')))
})

it('reads what the C program prints', () => {
  const line = 'C2 median 0.1808 p99 0.3797 mean 0.1926 relaxed/q 14438 Medges/s 75.0 costsum 8407649153\n'
  expect(parseRun(line)).toEqual({ medianMs: 0.1808, p99Ms: 0.3797, costSum: 8_407_649_153 })
  expect(() => parseRun('Segmentation fault')).toThrow('Segmentation fault')
})

it('searches by layers, own word and floor', async () => {
  const chains = [
    'me b 0.2',
    'me a 0.9',
    'a b 1',
    'b c 1',
    'c d 1',
    'a e 0.8',
    'e f 0.8',
    'f g 1',
    'a h 0.06',
  ]
  const { graph } = await edges(chains)
  const [strong, weak, near] = [0.9, 0.2, 0.8].map(costOf)
  const toB = weak!
  const toE = strong! + 223 + near!
  const expected = [toB, strong!, toB + 223, toB + 446, toE, toE + 223 + near!]
  expect(loadReach(graph).search(0)).toBe(expected.reduce((sum, cost) => sum + cost))
})

it('takes the middle and the hundredth from the end', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect([median([3, 1, 2]), median(values), quantile(values, 0.99)]).toEqual([2, 51, 100])
})

it('ends with one line of JSON', { timeout: 60_000 }, async () => {
  const ring = Array.from({ length: 10 }, (_, i) => `${i} ${(i + 1) % 10} 0.8`)
  await writeFile(file('ring.txt'), ring.join('\n'))
  const bench = new URL('../bench/reach-bench.ts', import.meta.url).pathname
  const args = [bench, '--edges', file('ring.txt'), '--viewers', '10']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const figures: Record<string, unknown> = JSON.parse(stdout.trimEnd().split('\n').at(-1)!)
  expect(Object.keys(figures)).toEqual([
    'equalAnswers',
    'ratioToC1m',
    'medianMs1m',
    'p99Ms1m',
    'sqlOverEngine100k',
    'degree',
    'seeds',
    'viewers',
  ])
  expect(figures.equalAnswers).not.toBe(false)
})
