import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Position } from '../src/changes/change-log.ts'
import type { KeptGraph } from '../src/graph/graph-follower.ts'
import { readHistory, type SnapshotStamp } from '../src/graph/snapshot-stamp.ts'
import { UnfinishedSnapshot } from '../src/graph/snapshot-writing.ts'
import { createDice } from './dice.ts'
import { answersOf } from './engine-answers.ts'
import { follow, openWorld, type World } from './graph-world.ts'
import { type LogLine, openLog } from './heard-log.ts'
import { makeRandomWorld, type RandomWorld } from './random-world.ts'

const NEVER = new AbortController().signal
const RESTORED = 'graph restored from its snapshot'
const READ = 'graph read from the database'
const NOT_USED = 'the snapshot of the graph was not used'

let world: World
let random: RandomWorld
let folder: string
let file: string

beforeAll(async () => {
  world = await openWorld()
  random = await makeRandomWorld(world, createDice(5))
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-snapshots-'))
  file = join(folder, 'graph.snapshot')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

afterAll(() => world.close())

/** A process that starts: its graph, and what it logs. */
async function start(): Promise<{ graph: KeptGraph; position: Position; heard: LogLine[] }> {
  const heard: LogLine[] = []
  const graph = world.newGraph({ snapshotFile: file, log: openLog((line) => heard.push(line)) })
  return { graph, position: await graph.open(), heard }
}

function answers(graph: KeptGraph) {
  return answersOf(graph.engine, random, world.now())
}

async function readAfresh() {
  const graph = world.newGraph()
  await graph.rebuild()
  return answers(graph)
}

describe('a start', () => {
  it('goes on from the snapshot and answers like one that read everything', async () => {
    const first = await start()
    expect(first.heard.map(({ msg }) => msg)).toEqual([READ])
    await first.graph.saveSnapshot(NEVER)
    expect((await stat(file)).mode & 0o777).toBe(0o600)

    const second = await start()
    expect(second.heard.map(({ msg }) => msg)).toEqual([RESTORED])
    expect(answers(second.graph)).toEqual(await readAfresh())
    expect(answers(second.graph)).not.toEqual(answers(world.newGraph()))
  })

  it('hears by the log what was written since the snapshot', async () => {
    const first = await start()
    await first.graph.saveSnapshot(NEVER)
    for (let i = 0; i < 40; i++) await random.change()
    const { graph, position, heard } = await start()
    expect(heard.map(({ msg }) => msg)).toEqual([RESTORED])
    expect(answers(graph)).toEqual(answers(first.graph))
    await follow(world.sql, graph, position)
    const after = answers(graph)
    expect(after).toEqual(await readAfresh())
    expect(after).not.toEqual(answers(first.graph))
  })

  it('after a kill -9 in the middle of writing uses the earlier snapshot and clears the rest away', async () => {
    const { graph } = await start()
    await graph.saveSnapshot(NEVER)
    const module = new URL('../src/graph/snapshot-writing.ts', import.meta.url).href
    const program = `
      const { UnfinishedSnapshot } = await import(${JSON.stringify(module)})
      const pieces = function* () { for (let i = 0; i < 100_000; i++) yield new Uint8Array(1_000) }
      const unfinished = await UnfinishedSnapshot.begin(${JSON.stringify(file)})
      await unfinished.write(pieces(), new AbortController().signal)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' })
    const ended = once(child, 'exit')
    await vi.waitUntil(async () => (await readdir(folder)).length === 2, { timeout: 30_000, interval: 5 })
    child.kill('SIGKILL')
    expect((await ended)[1]).toBe('SIGKILL')
    expect(await readdir(folder)).toHaveLength(2)

    expect((await start()).heard.map(({ msg }) => msg)).toEqual([RESTORED])
    expect(await readdir(folder)).toEqual(['graph.snapshot'])
  })

  it('goes on rightly from a snapshot that was written while the graph changed', async () => {
    const first = await start()
    let { position } = first
    for (let round = 0; round < 10; round++) {
      await random.change()
      const saving = first.graph.saveSnapshot(NEVER)
      for (let i = 0; i < 3; i++) {
        await random.change()
        position = await follow(world.sql, first.graph, position)
      }
      await saving
      const { graph, position: from, heard } = await start()
      expect(heard.map(({ msg }) => msg)).toEqual([RESTORED])
      await follow(world.sql, graph, from)
      expect(answers(graph)).toEqual(answers(first.graph))
    }
  })

  it('writes nothing where nothing changed', async () => {
    const { graph } = await start()
    await graph.saveSnapshot(NEVER)
    const { mtimeNs } = await stat(file, { bigint: true })
    await graph.saveSnapshot(NEVER)
    const { graph: second, position } = await start()
    await second.saveSnapshot(NEVER)
    expect((await stat(file, { bigint: true })).mtimeNs).toBe(mtimeNs)
    await random.change()
    await follow(world.sql, second, position)
    await second.saveSnapshot(NEVER)
    expect((await stat(file, { bigint: true })).mtimeNs).not.toBe(mtimeNs)
  })
})

/** Puts the bytes of this graph into the file with another stamp. */
async function restamp(graph: KeptGraph, change: Partial<SnapshotStamp>): Promise<void> {
  const stamp = { ...(await readHistory(world.sql)), position: await graph.rebuild(), ...change }
  const unfinished = await UnfinishedSnapshot.begin(file)
  await unfinished.write(graph.engine.snapshot(), NEVER)
  await unfinished.finish(stamp)
}

async function flip(at: number): Promise<void> {
  const bytes = await readFile(file)
  const place = at < 0 ? bytes.length + at : at
  bytes[place] = (bytes[place] ?? 0) ^ 1
  await writeFile(file, bytes)
}

const BAD: Record<string, readonly [sentence: RegExp, spoil: (graph: KeptGraph) => Promise<void>]> = {
  'is cut short': [/as long as/, async () => writeFile(file, (await readFile(file)).subarray(0, -1))],
  'is empty': [/as long as/, () => writeFile(file, '')],
  'has a wrong bit in its body': [/bytes are damaged/, () => flip(-1)],
  'has a wrong bit in its position': [/beginning is damaged/, () => flip(57)],
  'is something else': [/no snapshot/, () => writeFile(file, 'x'.repeat(500))],
  'was written by an older or newer Kith': [/another version of Kith/, () => flip(8)],
  'holds the bytes of another engine': [
    /\.$/,
    async (graph) => {
      const unfinished = await UnfinishedSnapshot.begin(file)
      await unfinished.write([new Uint8Array(64).fill(250)], NEVER)
      await unfinished.finish({ ...(await readHistory(world.sql)), position: await graph.rebuild() })
    },
  ],
  'belongs to another database': [
    /another database/,
    (graph) => restamp(graph, { database: '0'.repeat(64) }),
  ],
  'was made from other tables': [/other tables/, (graph) => restamp(graph, { schema: 1n })],
  'is ahead of a database that was put back': [
    /ahead of the database/,
    (graph) => restamp(graph, { position: 2n ** 60n }),
  ],
  'is older than the log': [
    /no longer goes back/,
    async (graph) => {
      const position = await graph.rebuild()
      await world.sql`update change_floor set floor = ${(position + 1n).toString()}::xid8`
    },
  ],
}

describe('a snapshot is refused with a sentence, and everything is read, when it', () => {
  it.each(Object.entries(BAD))('%s', async (_name, [sentence, spoil]) => {
    const { graph } = await start()
    await graph.saveSnapshot(NEVER)
    await spoil(graph)
    const { graph: second, heard } = await start()
    await world.sql`update change_floor set floor = '0'`
    expect(heard.map(({ msg }) => msg)).toEqual([NOT_USED, READ])
    expect(heard[0]).toMatchObject({ level: 40, file, reason: expect.stringMatching(sentence) })
    expect(answers(second)).toEqual(await readAfresh())
    await second.saveSnapshot(NEVER)
    expect((await start()).heard.map(({ msg }) => msg)).toEqual([RESTORED])
  })

  it('cannot be read at all', async () => {
    await mkdir(file)
    const { heard } = await start()
    expect(heard.map(({ msg }) => msg)).toEqual([NOT_USED, READ])
  })
})

describe('which database it is', () => {
  it('differs between databases, and changes when the log is made anew', async () => {
    const here = await readHistory(world.sql)
    expect(await readHistory(world.sql)).toEqual(here)
    const other = await openWorld()
    expect((await readHistory(other.sql)).database).not.toBe(here.database)
    expect((await readHistory(other.sql)).schema).toBe(here.schema)
    const before = (await readHistory(other.sql)).database
    await other.sql`truncate change_log`
    expect((await readHistory(other.sql)).database).not.toBe(before)
    await other.close()
  })
})
