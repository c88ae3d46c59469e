import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chooseUser } from '@kith/embedded-postgres'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { HASTY, provideServers, type TestServer } from './throwaway-servers.ts'

/** Where Debian installs the oldest PostgreSQL that Kith runs on. */
export const INSTALLED_POSTGRES = '/usr/lib/postgresql/15/bin'

const ENVIRONMENT = { LC_ALL: 'C.UTF-8', TZ: 'UTC' }
const TRIES = 200
const PAUSE_MS = 50

/** Like `postgres-setup`, with the PostgreSQL 15 of the system. */
export function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideServers(project, startInstalled)
}

async function startInstalled(folder: string): Promise<TestServer> {
  const user = await chooseUser()
  const data = join(folder, 'data')
  await mkdir(data, { mode: 0o700 })
  if (process.getuid?.() === 0) for (const path of [folder, data]) await chown(path, user.uid, user.uid)
  const run = (program: string, words: readonly string[]) => {
    const [command = program, ...rest] = [...user.wrap, join(INSTALLED_POSTGRES, program), ...words]
    return { command, rest, options: { env: { ...process.env, ...ENVIRONMENT }, ...user.spawnAs } }
  }
  const made = run('initdb', ['-D', data, '-U', 'kith', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
  await promisify(execFile)(made.command, made.rest, made.options)
  const settings = { ...HASTY, listen_addresses: '', unix_socket_directories: folder, timezone: 'UTC' }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const served = run('postgres', ['-D', data, ...words])
  const server = spawn(served.command, served.rest, { ...served.options, stdio: 'ignore' })
  const connection = { host: folder, port: 5432, username: 'kith', database: 'postgres' }
  await untilItAnswers(connection)
  return {
    connection,
    async stop() {
      const gone = once(server, 'exit')
      server.kill('SIGINT')
      await gone
    },
  }
}

async function untilItAnswers(connection: { host: string; port: number }): Promise<void> {
  const sql = postgres({ ...connection, username: 'kith', database: 'postgres', max: 1, backoff: () => 0 })
  for (let attempt = 1; ; attempt++) {
    try {
      await sql`select 1`
      return await sql.end()
    } catch (error) {
      if (attempt === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
}
