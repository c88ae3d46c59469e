import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { endWithProcess } from './end-with-process.ts'
import type { DatabaseConnection } from './test-database.ts'

/** A test database may be lost with the machine: nothing waits for the disk, and old log is kept no longer than needed. */
export const HASTY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '256MB',
  max_connections: '200',
}

// Linux keeps what lies here in memory. In a container it may be too small for a server's data.
const MEMORY = '/dev/shm'
const ROOM_BYTES = 2 * 1024 ** 3

/** A PostgreSQL of this test run alone. */
export type TestServer = { connection: DatabaseConnection; stop(): Promise<void> }

/** Starts a server for each test worker, hands out their addresses and stops them when all tests are through. */
export async function provideServers(
  project: TestProject,
  startIn: (folder: string) => Promise<TestServer>,
): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const one of stops.toReversed()) await one()
  }
  const connections: DatabaseConnection[] = []
  try {
    while (connections.length < project.vitest.config.maxWorkers) {
      const folder = await makeFolder()
      stops.push(() => rm(folder, { recursive: true, force: true }))
      const server = await startIn(folder)
      endWithProcess(folder)
      stops.push(() => server.stop())
      connections.push(server.connection)
    }
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('testServers', connections)
  return stop
}

/** In memory where there is room: a new database is a thousand files, which take a busy disk a second for each test file. */
async function makeFolder(): Promise<string> {
  const room = await statfs(MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  )
  return mkdtemp(join(room < ROOM_BYTES ? tmpdir() : MEMORY, 'kith-postgres-'))
}
