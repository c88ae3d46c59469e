import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TrustGraph } from '@kith/trust-graph'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createGraphUpkeep, type GraphUpkeep } from '../src/jobs/graph-upkeep.ts'
import { follow, openWorld, type World } from './graph-world.ts'
import { type LogLine, openLog } from './heard-log.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const PATIENT = { timeout: 20_000, interval: 5 }
const NOT_WRITTEN = 'the snapshot of the graph was not written'

let world: World
let folder: string

beforeAll(async () => {
  world = await openWorld()
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-upkeep-'))
  // The database client keeps its own timers, which are no intervals.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})

afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

afterAll(() => world.close())

/** A graph that is looked after, opened, with what is logged about it. */
async function keep(file: string) {
  const heard: LogLine[] = []
  const log = openLog((line) => heard.push(line))
  const graph = world.newGraph({ snapshotFile: file, log })
  const upkeep: GraphUpkeep = createGraphUpkeep({ graph, log })
  let position = await graph.open()
  upkeep.start()
  const change = async () => {
    await world.person('Ada')
    position = await follow(world.sql, graph, position)
  }
  return { graph, upkeep, heard, change }
}

/** When the file was written; undefined where there is none. */
async function fileAt(path: string): Promise<bigint | undefined> {
  return (await stat(path, { bigint: true }).catch(() => undefined))?.mtimeNs
}

it('writes a snapshot once everything was read, every hour when something changed, and at the end', async () => {
  const file = join(folder, 'graph.snapshot')
  const { upkeep, change, heard } = await keep(file)
  await vi.waitUntil(() => fileAt(file), PATIENT)
  const first = await fileAt(file)

  await change()
  vi.advanceTimersByTime(HOUR_MS - 1)
  expect(await fileAt(file)).toBe(first)
  vi.advanceTimersByTime(1)
  await vi.waitUntil(async () => (await fileAt(file)) !== first, PATIENT)
  const second = await fileAt(file)

  await change()
  await upkeep.stop()
  const last = await fileAt(file)
  expect(last).not.toBe(second)
  await upkeep.stop()
  expect(await fileAt(file)).toBe(last)
  expect(heard.filter(({ level }) => level >= 40)).toEqual([])
})

it('a folder that cannot be written is said once, leaves nothing behind and stops nobody', async () => {
  const file = join(folder, 'graph.snapshot')
  await writeFile(join(folder, 'something'), '')
  const { graph, upkeep, change, heard } = await keep(file)
  await vi.waitUntil(() => fileAt(file), PATIENT)
  // A folder in its place: what is written beside it cannot take the place.
  await rm(file)
  await mkdir(file)
  const failed = () => heard.filter(({ msg }) => msg === NOT_WRITTEN)
  const save = vi.spyOn(graph, 'saveSnapshot')
  for (const hour of [1, 2, 3]) {
    await change()
    vi.advanceTimersByTime(HOUR_MS)
    await vi.waitUntil(
      () => save.mock.settledResults.filter(({ type }) => type === 'rejected').length === hour,
    )
  }
  expect(failed()).toHaveLength(1)
  expect(failed()[0]).toMatchObject({ level: 40 })
  expect((await readdir(folder)).toSorted()).toEqual(['graph.snapshot', 'something'])

  // Once there is room again it is written, and another failure is said anew.
  await rm(file, { recursive: true })
  await upkeep.stop()
  expect(await fileAt(file)).toBeDefined()
})

it('the graph gets the day of today within a minute of midnight', async () => {
  const { upkeep } = await keep(join(folder, 'graph.snapshot'))
  const moved = vi.spyOn(TrustGraph.prototype, 'moveTo')
  const day = Math.floor(world.now().getTime() / 86_400_000)
  vi.advanceTimersByTime(MINUTE_MS)
  await vi.waitUntil(() => moved.mock.lastCall?.[0] === day, PATIENT)
  world.setTime(new Date((day + 1) * 86_400_000))
  vi.advanceTimersByTime(MINUTE_MS)
  await vi.waitUntil(() => moved.mock.lastCall?.[0] === day + 1, PATIENT)
  expect(moved.mock.lastCall?.[1]).toBeGreaterThan(0)
  await upkeep.stop()
})
