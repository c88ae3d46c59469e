import { startPostgres } from '@kith/embedded-postgres'
import type { TestProject } from 'vitest/node'
import { HASTY, provideServers } from './throwaway-servers.ts'

/** Gives each test worker an embedded PostgreSQL, until all tests are through. */
export function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideServers(project, (folder) => startPostgres({ folder, settings: HASTY }))
}
