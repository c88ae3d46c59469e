import { join } from 'node:path'
import { PostgresRefused, type RunningPostgres, startPostgres } from '@kith/embedded-postgres'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'

const SERVERS_AT_ONCE = 4

// A test database may be lost with the machine: nothing waits for the disk.
const HASTY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** Starts the one PostgreSQL of a test run, hands its address to the tests and stops it when all are through. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startFree(join(project.vitest.config.root, '.cache'))
  await dropLeftovers(server)
  project.provide('testPostgres', server.connection)
  return () => server.stop()
}

/** The data folder is kept between runs, for speed; a run beside another one takes the next. */
async function startFree(folder: string, number = 1): Promise<RunningPostgres> {
  try {
    return await startPostgres({ folder: join(folder, `test-postgres-${number}`), settings: HASTY })
  } catch (error) {
    const isTaken = error instanceof PostgresRefused && error.reason === 'already_running'
    if (!isTaken || number === SERVERS_AT_ONCE) throw error
    return startFree(folder, number + 1)
  }
}

/** Removes what an earlier run left, its templates above all: the tables may look different by now. */
async function dropLeftovers({ connection }: RunningPostgres): Promise<void> {
  const sql = postgres({ ...connection, max: 1 })
  const leftovers = await sql<{ name: string }[]>`
    select datname as name from pg_database where datname like 'test\\_%' or datname like 'template\\_%'`
  for (const { name } of leftovers) await sql`drop database ${sql(name)} with (force)`
  await sql.end()
}
