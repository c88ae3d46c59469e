import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { graphOf } from '../bench/network-graph.ts'
import { readTrustNetwork } from '../bench/trust-network.ts'

/** A ring of ten people who trust the next one, and all like the same ten films. */
let folder = ''
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-trust-'))
  const people = Array.from({ length: 10 }, (_, i) => i + 1)
  const ties = people.map((person) => `${person} ${(person % 10) + 1} 1`)
  const ratings = people.flatMap((person) => people.map((film) => `${person} ${film} 4`))
  await writeFile(file('trust.txt'), `${ties.join('\n')}\n1 2\n3 3 1\n`)
  await writeFile(file('ratings.txt'), `${ratings.join('\r\n')}\r\n1 x 2\r\n`)
})

afterAll(() => rm(folder, { recursive: true }))

it('reads a network, says which lines it left out, and makes up no trust', () => {
  const refused: string[] = []
  const network = readTrustNetwork(file('trust.txt'), file('ratings.txt'), (name, line) => {
    refused.push(`${name.endsWith('trust.txt') ? 'ties' : 'ratings'} ${line}`)
  })
  expect(refused).toEqual(['ties 11', 'ratings 101'])
  expect([network.people.size, network.trusts.size, network.ratings.get(3)!.size]).toEqual([10, 10, 10])
  const reached = graphOf(network, 0.001).reach(1)
  expect(reached.map(({ chain }) => chain)).toEqual([
    [1, 2],
    [1, 2, 3],
    [1, 2, 3, 4],
  ])
})

it('ends with one line of JSON', { timeout: 60_000 }, async () => {
  const bench = new URL('../bench/trust-bench.ts', import.meta.url).pathname
  const args = [bench, '--ties', file('trust.txt'), '--ratings', file('ratings.txt')]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const figures: Record<string, unknown> = JSON.parse(stdout.trimEnd().split('\n').at(-1)!)
  expect(Object.keys(figures)).toEqual([
    'recallAt10',
    'shareOfSumOfBestPaths',
    'sybilMaxGain',
    'sybilRatio1000',
    'seeds',
  ])
  expect(figures).toMatchObject({ shareOfSumOfBestPaths: 1, seeds: [1, 2, 3] })
  expect(Number(figures.recallAt10)).toBeGreaterThan(0.9)
})
