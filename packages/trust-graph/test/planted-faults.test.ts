import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { assembled, MODULE, PACKAGE } from '../build/assembling.ts'
import type * as Engine from '../src/index.ts'
import { worlds } from './arbitrary-world.ts'
import { Oracle } from './oracle.ts'
import { tellGraph, World } from './world-facts.ts'

const LOOPS = 'assembly/chain-search.ts'

/**
 * The shortcuts that look right in a search with a limit on ties, planted into a copy of the engine: each must be told from
 * the oracle by the worlds that every test run draws.
 */
const SHORTCUTS: Record<string, readonly [file: string, code: string, fault: string]> = {
  'best first with a counter of ties: whoever is outdone leads nowhere any more': [
    LOOPS,
    'const last = <usize>word(ends, i)',
    'const last = <usize>word((load<i32>(from, 4) & DEAD) === 0 ? ends : starts, i)',
  ],
  'breadth first: fewest ties win': [LOOPS, 'if (cost >= other) {', 'if (cost >= other || rival < next) {'],
  'relaxing in place: a longer chain overwrites the shorter one that others lean on': [
    LOOPS,
    'if (rival >= next) target = rivalAt',
    'if (rival >= own) target = rivalAt',
  ],
  'one predecessor a person: a chain follows everybody’s strongest': [
    'src/chain-search.ts',
    'return this.#room.words[4 * (this.#labelRoom + label) + 2]!',
    'return Math.max(0, this.labelOf(this.person(this.#room.words[4 * (this.#labelRoom + label) + 2]!)))',
  ],
}

const SAMPLE = { numRuns: 400, seed: 20_261_125 }

let folder = ''
afterEach(() => rm(folder, { recursive: true, force: true }))

async function engineWith(file: string, code: string, fault: string): Promise<typeof Engine> {
  folder = await mkdtemp(join(tmpdir(), 'kith-planted-'))
  for (const part of ['src', 'assembly', 'asconfig.json'])
    await cp(join(PACKAGE, part), join(folder, part), { recursive: true })
  const source = await readFile(join(folder, file), 'utf8')
  expect(source.split(code), `${file} holds “${code}” once`).toHaveLength(2)
  await writeFile(join(folder, file), source.replace(code, fault))
  await writeFile(join(folder, MODULE), await assembled(folder))
  return import(/* @vite-ignore */ pathToFileURL(join(folder, 'src/index.ts')).href)
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

for (const [shortcut, [file, code, fault]] of Object.entries(SHORTCUTS)) {
  it(`[R4] a planted shortcut is found: ${shortcut}`, async () => {
    expect(wrongWorlds(await engineWith(file, code, fault))).toBeGreaterThan(0)
  })
}

it('[R4] and the copy without a fault is right in all of these worlds', async () => {
  expect(wrongWorlds(await engineWith(LOOPS, 'if (cost >= other) {', 'if (cost >= other) {'))).toBe(0)
})
