import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type SnapshotError, TrustGraph } from '../src/index.ts'
import { anyChange } from './arbitrary-facts.ts'
import { histories } from './arbitrary-world.ts'
import { answersOf } from './comparison.ts'
import { RUNS, SEED } from './property-runs.ts'
import { Town } from './town.ts'
import { type Telling, tellGraph } from './world-facts.ts'

const LIMIT_MS = 3_600_000

/** The bytes of a graph in one piece. */
function bytesOf(graph: TrustGraph): Uint8Array {
  return Buffer.concat([...graph.snapshot()].map((piece) => Buffer.from(piece)))
}

function restore(bytes: Uint8Array, mostTrusted = 5000): Promise<TrustGraph> {
  let at = 0
  const read = async (into: Uint8Array) => {
    if (at + into.length > bytes.length) throw new Error('There is no more to read.')
    into.set(bytes.subarray(at, at + into.length))
    at += into.length
  }
  return TrustGraph.restore(read, { mostTrusted })
}

function told(tellings: readonly Telling[], graph: TrustGraph): TrustGraph {
  for (const telling of tellings) tellGraph(graph, telling)
  return graph
}

it('[N1] a graph comes back from its snapshot and goes on as the one that was never away', {
  timeout: LIMIT_MS,
}, async () => {
  const stories = histories.chain((world) =>
    fc.tuple(fc.constant(world), fc.array(anyChange(world.shape), { maxLength: 10 })),
  )
  await fc.assert(
    fc.asyncProperty(stories, async ([{ shape, mostTrusted, tellings }, changes]) => {
      const graph = told(tellings, new TrustGraph({ mostTrusted }))
      const back = await restore(bytesOf(graph), mostTrusted)
      expect(answersOf(back, shape)).toEqual(answersOf(graph, shape))
      expect(answersOf(told(changes, back), shape)).toEqual(answersOf(told(changes, graph), shape))
    }),
    { numRuns: Math.ceil(RUNS / 4), ...SEED },
  )
})

it('[N1] a snapshot that was taken while sides were still being costed loses none of them', async () => {
  const town = new Town()
  const experience = [{ kind: undefined, good: 1, bad: 0, day: 10 }]
  for (const name of ['Ben', 'Cleo', 'Dan']) {
    const mine = { declared: 0.8, paused: false, circles: [], experience }
    town.graph.setTie(town.no('Ada'), town.no(name), { ended: false, sides: [mine, mine] })
  }
  expect(town.graph.moveTo(400, 1)).toBe(false)
  const back = await restore(bytesOf(town.graph))
  while (!town.graph.moveTo(400, 1));
  expect(back.moveTo(400, 1000)).toBe(true)
  expect(back.reach(town.no('Ada'))).toEqual(town.graph.reach(town.no('Ada')))
})

it('[N2] bytes that are not a graph of this version are refused with a sentence', async () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben', 'Cleo')
  const bytes = bytesOf(town.graph)
  const changed = (at: number, value: number) => {
    const copy = Uint8Array.from(bytes)
    new DataView(copy.buffer).setInt32(at, value, true)
    return copy
  }
  const refusal = async (broken: Uint8Array) =>
    restore(broken).then(
      () => 'none',
      (error: SnapshotError) => `${error.name}: ${error.message}`,
    )
  expect(await refusal(changed(0, 7))).toBe('SnapshotError: These are not the bytes of a graph.')
  expect(await refusal(changed(4, 99))).toContain('SnapshotError: The graph was written by version 99')
  expect(await refusal(changed(16, -1))).toContain('SnapshotError: The bytes of the graph name')
  expect(await refusal(changed(bytes.length - 4, 0))).toContain('do not end where they should')
  expect(await refusal(bytes.subarray(0, bytes.length - 1))).toContain('no more to read')
})

it('[N3] a graph that is told something while its snapshot is taken says so', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  const pieces = town.graph.snapshot()
  pieces.next()
  town.block('Ada', 'Ben')
  expect(() => pieces.next()).toThrow('changed while its snapshot was taken')
})
