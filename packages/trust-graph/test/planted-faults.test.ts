import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import type * as Engine from '../src/index.ts'
import { worlds } from './arbitrary-world.ts'
import { Oracle } from './oracle.ts'
import { tellGraph, World } from './world-facts.ts'

/**
 * The shortcuts that look right in a search with a limit on ties, planted into a copy of the engine: each must be told from
 * the oracle by the worlds that every test run draws.
 */
const SHORTCUTS: Record<string, readonly [code: string, fault: string]> = {
  'best first with a counter of ties: whoever is outdone leads nowhere any more': [
    'const end = this.#ends[i]!',
    'const end = (labels[4 * label + 1]! & DEAD) === 0 ? this.#ends[i]! : 0',
  ],
  'breadth first: fewest ties win': ['if (cost >= other) {', 'if (cost >= other || rival < next) {'],
  'relaxing in place: a longer chain overwrites the shorter one that others lean on': [
    'if (rival >= next) target = 4 * rival',
    'if (rival >= ties) target = 4 * rival',
  ],
  'one predecessor a person: a chain follows everybody’s strongest': [
    'return this.labels[4 * label + 2]!',
    'return Math.max(0, this.met.get(this.labels[4 * this.labels[4 * label + 2]!]!))',
  ],
}

const SAMPLE = { numRuns: 400, seed: 20_261_125 }

let folder = ''
afterEach(() => rm(folder, { recursive: true, force: true }))

async function engineWith(code: string, fault: string): Promise<typeof Engine> {
  folder = await mkdtemp(join(tmpdir(), 'kith-planted-'))
  await cp(new URL('../src', import.meta.url), folder, { recursive: true })
  const file = join(folder, 'chain-search.ts')
  const source = await readFile(file, 'utf8')
  expect(source.split(code), `chain-search.ts holds “${code}” once`).toHaveLength(2)
  await writeFile(file, source.replace(code, fault))
  return import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.ts')).href)
}

/** In how many of the worlds the engine hears somebody along another chain than the oracle. */
function wrongWorlds({ TrustGraph }: typeof Engine): number {
  return fc.sample(worlds, SAMPLE).filter(({ shape, mostTrusted, tellings }) => {
    const graph = new TrustGraph({ mostTrusted })
    for (const telling of tellings) tellGraph(graph, telling)
    const oracle = new Oracle(new World(tellings), mostTrusted)
    const viewers = Array.from({ length: shape.people }, (_, i) => i + 1)
    return viewers.some(
      (viewer) => JSON.stringify(graph.reach(viewer)) !== JSON.stringify(oracle.reach(viewer)),
    )
  }).length
}

for (const [shortcut, [code, fault]] of Object.entries(SHORTCUTS)) {
  it(`[R4] a planted shortcut is found: ${shortcut}`, async () => {
    expect(wrongWorlds(await engineWith(code, fault))).toBeGreaterThan(0)
  })
}

it('[R4] and the copy without a fault is right in all of these worlds', async () => {
  expect(wrongWorlds(await engineWith('if (cost >= other) {', 'if (cost >= other) {'))).toBe(0)
})
