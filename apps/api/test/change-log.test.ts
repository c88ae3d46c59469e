import { type TestDatabase, testDatabase } from '@kith/testkit/database'
import { fastify } from 'fastify'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createAnnouncer } from '../src/changes/change-announcer.ts'
import type { Change } from '../src/changes/change-kinds.ts'
import { appendChanges, type Position } from '../src/changes/change-log.ts'
import { pruneChanges, readChanges, readLogBounds, snapshotPosition } from '../src/changes/change-reader.ts'
import { type ChangeTail, followChanges } from '../src/changes/change-tail.ts'
import { createWriter } from '../src/changes/change-writer.ts'
import { type Database, openDatabase } from '../src/database/client.ts'
import { migrateDatabase } from '../src/database/migrate.ts'

const { log } = fastify()
let rows: TestDatabase
let database: Database

beforeAll(async () => {
  rows = await testDatabase({ migrate: migrateDatabase })
  database = openDatabase(rows.connection)
})

afterAll(async () => {
  await database.close()
  await rows.drop()
})

beforeEach(async () => {
  await database.sql`delete from change_log`
  await database.sql`update change_floor set floor = '0'`
})

const silent = { announce: () => undefined }

function writeChange(no: number): Promise<Position> {
  return createWriter({ db: database.db, announcer: silent })
    .write(async (_tx, changed) => changed({ kind: 'post', a: no }))
    .then((written) => written.position)
}

function numbers(changes: readonly Change[]): number[] {
  return changes.map((change) => change.a).sort((a, b) => a - b)
}

async function readUntil(from: Position, wanted: number): Promise<{ seen: number[]; position: Position }> {
  const seen: number[] = []
  let position = from
  await vi.waitUntil(
    async () => {
      const batch = await readChanges(database.sql, position)
      if (batch.kind === 'behind') throw new Error('fell behind')
      seen.push(...numbers(batch.changes))
      position = batch.position
      return seen.length >= wanted
    },
    { timeout: 10_000, interval: 5 },
  )
  return { seen: seen.sort((a, b) => a - b), position }
}

it('a transaction that began first and commits last is not missed', async () => {
  const start = await writeChange(1)
  const slow = postgres({ ...rows.connection, max: 1 })
  const gate = Promise.withResolvers<void>()
  const began = Promise.withResolvers<void>()
  const late = slow.begin(async (tx) => {
    await tx`insert into change_log (kind, a) values ('post', 2)`
    began.resolve()
    await gate.promise
  })
  await began.promise
  await writeChange(3)

  const early = await readUntil(start, 0)
  // The later transaction has committed, but stands behind the horizon of the one that is still open.
  expect(early.seen).not.toContain(3)

  gate.resolve()
  await late
  await slow.end()
  const caught = await readUntil(early.position, 3 - early.seen.length)
  expect([...early.seen, ...caught.seen]).toEqual([1, 2, 3])
})

it('a transaction that is rolled back leaves no change', async () => {
  const start = await writeChange(1)
  const refused = database.db.transaction(async (tx) => {
    await appendChanges(tx, [{ kind: 'post', a: 2 }])
    throw new Error('changed my mind')
  })
  await expect(refused).rejects.toThrow('changed my mind')
  await writeChange(3)
  expect((await readUntil(start, 2)).seen).toEqual([1, 3])
})

it('what was written before a snapshot is below its position, what is open is not', async () => {
  const before = await writeChange(1)
  const open = postgres({ ...rows.connection, max: 1 })
  const gate = Promise.withResolvers<void>()
  const began = Promise.withResolvers<bigint>()
  const writing = open.begin(async (tx) => {
    const [row] = await tx<{ xid: string }[]>`
      insert into change_log (kind, a) values ('post', 2) returning xid::text`
    began.resolve(BigInt(row?.xid ?? '0'))
    await gate.promise
  })
  const during = await began.promise
  const position = await database.sql.begin('isolation level repeatable read read only', async (tx) =>
    snapshotPosition(tx),
  )
  expect(position).toBeGreaterThan(before)
  expect(position).toBeLessThanOrEqual(during)
  gate.resolve()
  await writing
  await open.end()
})

it('pruning raises the floor, and whoever is behind it is told so', async () => {
  const start = await writeChange(1)
  const { position } = await readUntil(start, 1)
  await vi.waitUntil(
    async () => {
      await pruneChanges(database.sql, 0)
      const [left] = await database.sql<{ count: number }[]>`select count(*)::int as count from change_log`
      return left?.count === 0
    },
    { timeout: 10_000, interval: 5 },
  )
  expect((await readChanges(database.sql, start)).kind).toBe('behind')
  expect((await readChanges(database.sql, position)).kind).toBe('changes')
})

/** Three transactions of 4,000 changes each. */
async function writeMany(): Promise<void> {
  for (const from of [1, 10_001, 20_001]) {
    await database.sql`
      insert into change_log (kind, a) select 'post', n from generate_series(${from}::int, ${from + 3_999}::int) as n`
  }
}

it('a long log is read in parts, each of whole transactions', async () => {
  const start = await writeChange(1)
  await database.sql`delete from change_log`
  await writeMany()
  const sizes: number[] = []
  const seen = new Set<number>()
  let position = start
  for (let more = true; more; ) {
    const batch = await readChanges(database.sql, position)
    if (batch.kind === 'behind') throw new Error('fell behind')
    if (batch.changes.length > 0) sizes.push(batch.changes.length)
    for (const { a } of batch.changes) seen.add(a)
    expect(batch.more).toBe(batch.position < (await readLogBounds(database.sql)).next)
    ;({ position, more } = batch)
  }
  expect(sizes).toEqual([8_000, 4_000])
  expect(seen.size).toBe(12_000)
})

function follow(first?: Position): { tail: ChangeTail; applied: number[]; rebuilt: () => number } {
  const applied: number[] = []
  let rebuilds = 0
  const follower = {
    open: async () => first ?? follower.rebuild(),
    rebuild: async () => {
      rebuilds += 1
      return database.sql.begin('isolation level repeatable read read only', async (tx) =>
        snapshotPosition(tx),
      )
    },
    apply: async (changes: readonly Change[]) => {
      applied.push(...numbers(changes))
    },
  }
  return { tail: followChanges({ sql: database.sql, follower, log }), applied, rebuilt: () => rebuilds }
}

it('follows without any notification, and a reader can wait for a write', async () => {
  const { tail, applied } = follow()
  await tail.start()
  const position = await writeChange(7)
  expect(await tail.caughtUp(position, 10_000)).toBe(true)
  expect(applied).toContain(7)
  await tail.stop()
})

it('a notification wakes the follower', async () => {
  const { tail, applied } = follow()
  await tail.start()
  const writer = createWriter({ db: database.db, announcer: createAnnouncer(database.sql, log) })
  await Promise.all(
    [11, 12, 13].map((no) => writer.write(async (_tx, changed) => changed({ kind: 'person', a: no }))),
  )
  await vi.waitUntil(() => applied.length >= 3, { timeout: 10_000 })
  expect(applied.sort((a, b) => a - b)).toEqual([11, 12, 13])
  await tail.stop()
})

it('a reader does not wait for ever for what never comes', async () => {
  const { tail } = follow()
  await tail.start()
  expect(await tail.caughtUp(2n ** 60n, 20)).toBe(false)
  await tail.stop()
})

it('whoever was away for long has read all of it when he has started', async () => {
  const start = await writeChange(1)
  await writeMany()
  const { tail, applied, rebuilt } = follow(start)
  await tail.start()
  expect(applied.length).toBeGreaterThanOrEqual(12_000)
  expect(rebuilt()).toBe(0)
  await tail.stop()
})

it('a follower behind the floor rebuilds and goes on', async () => {
  await database.sql`update change_floor set floor = '2'`
  const { tail, applied, rebuilt } = follow(1n)
  await tail.start()
  await vi.waitUntil(() => rebuilt() === 1, { timeout: 10_000 })
  const position = await writeChange(21)
  expect(await tail.caughtUp(position, 10_000)).toBe(true)
  expect(applied).toContain(21)
  expect(rebuilt()).toBe(1)
  await tail.stop()
})

it('a log of another server, whose transactions were ahead, begins anew, and can be followed', async () => {
  const ahead = (await writeChange(1)) + 1_000_000n
  await database.sql`insert into change_log (xid, kind, a) values (${ahead.toString()}::xid8, 'post', 7)`
  await database.sql`update change_floor set floor = ${(ahead - 10n).toString()}::xid8`
  const from = (await readLogBounds(database.sql)).next
  expect(await readChanges(database.sql, from)).toEqual({ kind: 'behind' })

  await migrateDatabase(rows.connection)
  await writeChange(2)
  expect((await readUntil(from, 1)).seen).toEqual([2])

  // One of its own stays as it is.
  await migrateDatabase(rows.connection)
  expect((await readUntil(from, 1)).seen).toEqual([2])
})
