import { afterAll, beforeAll, expect, it } from 'vitest'
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

it('a connection that is lost in the middle is told at once', async () => {
  let killed: Promise<unknown> | undefined
  const done = reading(async (tx) => {
    const [own] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
    await tellCopied(
      tx,
      QUERY,
      () => undefined,
      () => {
        killed ??= world.database.sql`select pg_terminate_backend(${own?.pid ?? 0})`.execute()
      },
    )
  })
  await expect(done).rejects.toThrow(/terminating connection|CONNECTION/)
  await killed
  expect(await world.sql`select 1 as one`).toHaveLength(1)
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

it('a query that PostgreSQL refuses is told as it says it', async () => {
  const done = reading((tx) =>
    tellCopied(
      tx,
      'select 1 / (n - 5000) from generate_series(5000, 9000) as n',
      () => undefined,
      () => undefined,
    ),
  )
  await expect(done).rejects.toThrow('division by zero')
})

it('a process that stops gives up what it reads, and the connection serves again', async () => {
  await world.sql`
    insert into person (id, name, handle, email)
    select gen_random_uuid(), 'P', 'many-' || n, 'many-' || n || '@kith.test' from generate_series(1, 50000) as n`
  const ending = new AbortController()
  const noted: string[] = []
  const done = loadGraph({
    sql: world.sql,
    today: 0,
    noted: (name) => {
      noted.push(name)
      ending.abort()
    },
    signal: ending.signal,
  })
  await expect(done).rejects.toThrow(/cancel|abort/)
  expect(new Set(noted)).toEqual(new Set(['people']))
  await expectNobodyInside()
})

async function expectNobodyInside(): Promise<void> {
  const all = Array.from({ length: 16 }, () => world.sql`select pg_sleep(0.01)`)
  expect(await Promise.all(all)).toHaveLength(16)
  const [open] = await world.sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`
  expect(open?.count).toBe(0)
}
