import { join } from 'node:path'
import { PostgresRefused, type RunningPostgres, startPostgres } from '@kith/embedded-postgres'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { endWithProcess } from './end-with-process.ts'

const MOST_SERVERS = 16

// A test database may be lost with the machine: nothing waits for the disk.
const HASTY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** Starts a PostgreSQL for each test worker, hands out their addresses and stops them when all tests are through. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { root, maxWorkers } = project.vitest.config
  const servers: RunningPostgres[] = []
  const stop = async () => {
    for (const server of servers) await server.stop()
  }
  try {
    while (servers.length < maxWorkers) servers.push(await startFree(join(root, '.cache')))
    for (const server of servers) await dropLeftovers(server)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide(
    'testServers',
    servers.map(({ connection }) => connection),
  )
  return stop
}

/** Data folders are kept between runs, for speed; who finds one in use takes the next. */
async function startFree(cache: string, number = 1): Promise<RunningPostgres> {
  const folder = join(cache, `test-postgres-${number}`)
  try {
    const server = await startPostgres({ folder, settings: HASTY })
    endWithProcess(join(folder, 'data'))
    return server
  } catch (error) {
    const isTaken = error instanceof PostgresRefused && error.reason === 'already_running'
    if (!isTaken || number === MOST_SERVERS) throw error
    return startFree(cache, number + 1)
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
