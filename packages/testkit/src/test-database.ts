import { randomBytes } from 'node:crypto'
import type { RunningPostgres } from '@kith/embedded-postgres'
import postgres, { type Sql } from 'postgres'
import { inject } from 'vitest'

/** Options for postgres.js that lead to one database. */
export type DatabaseConnection = RunningPostgres['connection']

declare module 'vitest' {
  interface ProvidedContext {
    /** One server for each test worker. */
    testServers: DatabaseConnection[]
  }
}

/** A database of its own for one test file. */
export type TestDatabase = {
  connection: DatabaseConnection
  /** Cuts what is still connected and removes the database. */
  drop(): Promise<void>
}

type TemplateOptions = {
  migrate: (connection: DatabaseConnection) => Promise<void>
  template?: string
}

// Any number will do, as long as nobody else takes it on the test server.
const MAKING_TEMPLATE = 7401

/**
 * A fresh database, cloned in some 50 ms from a template which `migrate` fills once per test run. `template` names it:
 * give another name to another way of filling it. `migrate` must have closed its connections when it returns.
 *
 * Every test worker has a server of its own: pg_snapshot_xmin is the server’s, and a transaction that one test holds open
 * would hold back the horizon of those that run beside it.
 */
export async function testDatabase({
  migrate,
  template = 'migrated',
}: TemplateOptions): Promise<TestDatabase> {
  const server = ownServer()
  const source = `template_${template}`
  const database = `test_${randomBytes(6).toString('hex')}`
  await withServer(server, async (sql) => {
    await makeTemplate(sql, { database: source, fill: () => migrate({ ...server, database: source }) })
    await sql`create database ${sql(database)} template ${sql(source)}`
  })
  return {
    connection: { ...server, database },
    drop: () =>
      withServer(server, async (sql) => {
        await sql`drop database if exists ${sql(database)} with (force)`
      }),
  }
}

/** The server of this test worker; workers are counted from 1. */
function ownServer(): DatabaseConnection {
  const servers = inject('testServers')
  const worker = Number(process.env['VITEST_POOL_ID'])
  const server = servers[(worker - 1) % servers.length]
  if (!server) throw new Error(`test worker ${worker} should have a server, there are ${servers.length}`)
  return server
}

/** Fills a database once, whoever comes first; the others wait. A filling that failed leaves nothing behind. */
async function makeTemplate(
  sql: Sql,
  { database, fill }: { database: string; fill: () => Promise<void> },
): Promise<void> {
  await sql`select pg_advisory_lock(${MAKING_TEMPLATE})`
  try {
    const [known] = await sql`select from pg_database where datname = ${database}`
    if (known) return
    await sql`create database ${sql(database)}`
    await fill().catch(async (error: unknown) => {
      await sql`drop database ${sql(database)} with (force)`
      throw error
    })
  } finally {
    await sql`select pg_advisory_unlock(${MAKING_TEMPLATE})`
  }
}

async function withServer(server: DatabaseConnection, work: (sql: Sql) => Promise<void>): Promise<void> {
  const sql = postgres({ ...server, max: 1, onnotice: () => undefined })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
