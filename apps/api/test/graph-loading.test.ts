import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { SqlReader } from '../src/database/client.ts'
import { tellCopied } from '../src/graph/copied-rows.ts'
import { loadGraph } from '../src/graph/graph-loading.ts'
import { openWorld, type World } from './graph-world.ts'

const MANY = 3_000_000
const QUERY = `select n, n % 7 from generate_series(1, ${MANY}) as n`

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

/** A transaction that may take as long as it must, as loading’s may. */
function reading(work: (tx: SqlReader) => Promise<void>): Promise<unknown> {
  return world.sql.begin('read only', async (tx) => {
    await tx`set local statement_timeout = 0`
    await work(tx)
  })
}

it('reads millions of rows with the memory of some, and others are answered meanwhile', async () => {
  const seen = { rows: 0, sum: 0, largest: 0 }
  let answeredAfter = MANY
  let other: Promise<void> | undefined
  const ask = async () => {
    await world.database.sql`select 1`
    answeredAfter = seen.rows
  }
  const before = process.memoryUsage().arrayBuffers
  await reading((tx) =>
    tellCopied(
      tx,
      QUERY,
      (row) => {
        seen.sum += row.at(0)
      },
      (rows) => {
        seen.rows = rows
        seen.largest = Math.max(seen.largest, process.memoryUsage().arrayBuffers)
        other ??= ask()
      },
    ),
  )
  await other
  expect(seen).toMatchObject({ rows: MANY, sum: (MANY * (MANY + 1)) / 2 })
  expect(answeredAfter).toBeLessThan(MANY)
  // The rows are 27 megabytes.
  expect(seen.largest - before).toBeLessThan(20_000_000)
})

it('a connection that is lost in the middle is told at once, and whoever comes next is served', async () => {
  for (let round = 0; round < 5; round++) {
    let killed: Promise<unknown> | undefined
    const done = reading(async (tx) => {
      const [own] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
      await tellCopied(
        tx,
        QUERY,
        () => undefined,
        () => {
          killed ??= world.sql`select pg_terminate_backend(${own?.pid ?? 0})`.execute()
        },
      )
    })
    await expect(done).rejects.toThrow(/terminating connection|CONNECTION/)
    await killed
    await expectNobodyInside()
  }
})

it('a row that cannot be told stops the reading with its reason, and the connection serves again', async () => {
  const done = reading((tx) =>
    tellCopied(
      tx,
      QUERY,
      (row) => {
        if (row.at(0) === 1_000) throw new RangeError('such a row is not told')
      },
      () => undefined,
    ),
  )
  await expect(done).rejects.toThrow('such a row is not told')
  await expectNobodyInside()
})

it('a query that PostgreSQL refuses is told as it says it, however early', async () => {
  for (let rows = 0; rows < 40; rows++) {
    const done = reading((tx) =>
      tellCopied(
        tx,
        `select 1 / (${rows} - n) from generate_series(0, ${rows}) as n`,
        () => undefined,
        () => undefined,
      ),
    )
    await expect(done).rejects.toThrow('division by zero')
  }
})

function load(signal: AbortSignal, noted: (name: string) => void = () => undefined) {
  return loadGraph({ sql: world.sql, today: 0, noted, signal })
}

it('a process that stops gives up a reading that takes long, and the connection serves again', async () => {
  const ending = new AbortController()
  let loading: Promise<unknown> | undefined
  await world.sql.begin(async (tx) => {
    await tx`lock table tie_side in access exclusive mode`
    loading = load(ending.signal)
    const isWaiting = async () => {
      const waiting = await world.sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like 'copy%'`
      return waiting.length > 0
    }
    await vi.waitUntil(isWaiting, { timeout: 4_000, interval: 5 })
    ending.abort()
    await expect(loading).rejects.toThrow('canceling statement')
  })
  await expectNobodyInside()
})

it('a process that stops begins no reading', async () => {
  await world.person('Ada')
  const noted = vi.fn<(name: string) => void>()
  await expect(load(AbortSignal.abort(), noted)).rejects.toThrow('aborted')
  expect(noted).not.toHaveBeenCalled()
  await load(new AbortController().signal, noted)
  expect(noted).toHaveBeenCalled()
})

async function expectNobodyInside(): Promise<void> {
  const all = Array.from({ length: 16 }, () => world.sql`select pg_sleep(0.01)`)
  expect(await Promise.all(all)).toHaveLength(16)
  const [open] = await world.sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`
  expect(open?.count).toBe(0)
}

it('a tie has both its sides in the tables, and gets one back that was missing before', async () => {
  const { sql } = world
  const [ada, ben, cleo] = [await world.person('Ada'), await world.person('Ben'), await world.person('Cleo')]
  await world.tie(ada, ben)
  const halve = (reader: SqlReader) =>
    reader`delete from tie_side where owner = ${ben.no} and other = ${ada.no}`
  await expect(halve(sql)).rejects.toThrow('tie_high_side')
  await expect(
    sql`insert into tie (id, low, high, made_at) values (gen_random_uuid(), ${ada.no}, ${cleo.no}, now())`,
  ).rejects.toThrow('tie_low_side')

  await sql`alter table tie drop constraint tie_low_side, drop constraint tie_high_side`
  await halve(sql)
  await expect(world.newGraph().rebuild()).rejects.toThrow('one side was not told')
  await sql.unsafe(readFileSync(new URL('../migrations/0015_both-sides.sql', import.meta.url), 'utf8'))
  await world.newGraph().rebuild()
  expect(
    await sql`select closeness from tie_side where owner in ${sql([ada.no, ben.no])} order by owner`,
  ).toEqual([{ closeness: 4 }, { closeness: null }])
})
