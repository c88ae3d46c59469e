import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@kith/embedded-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readConfig } from '../src/config.ts'
import { SchemaNewerError } from '../src/database/migrate.ts'
import { explainFailure, refuseOldPostgres } from '../src/start-failures.ts'

const MAIN = join(import.meta.dirname, '../src/main.ts')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-start-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

interface Run {
  readonly process: ChildProcess
  readonly ended: Promise<unknown[]>
  said(): string
}

function start(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      KITH_DATA: folder,
      KITH_DEMO: '0',
      LOG_LEVEL: 'silent',
      ...env,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (said += part))
  }
  return { process: child, ended: once(child, 'exit'), said: () => said }
}

async function freePort(): Promise<{ port: number; server: Server }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : 0 }
}

const PATIENT = { timeout: 30_000, interval: 50 }

it('Kith starts, says where and how to get in, keeps the folder for itself, and a signal stops all of it', async () => {
  const { port, server } = await freePort()
  server.close()
  const run = start({ PORT: String(port) })
  await vi.waitUntil(() => run.said().includes('/first/'), PATIENT)
  expect(run.said()).toContain(`Kith runs at http://localhost:${port}\n`)
  expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200)
  const pid = Number((await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0])

  const second = start({ PORT: '0' })
  const [code] = await second.ended
  expect(code).not.toBe(0)
  expect(second.said().trim().split('\n')).toHaveLength(1)
  expect(second.said()).toContain('postgres')

  run.process.kill('SIGTERM')
  expect((await run.ended)[0]).toBe(0)
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow('fetch failed')
}, 60_000)

it('a second start goes on from the graph that the first one left, which nobody else may read', async () => {
  const file = join(folder, 'graph.snapshot')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const run = start({ PORT: '0', LOG_LEVEL: 'info' })
  await vi.waitUntil(() => run.said().includes('Kith runs at'), PATIENT)
  expect(run.said()).toContain('"graph restored from its snapshot"')
  run.process.kill('SIGTERM')
  expect((await run.ended)[0]).toBe(0)
}, 60_000)

it('a taken port is said in one sentence, and PostgreSQL does not stay behind', async () => {
  const { port, server } = await freePort()
  const run = start({ PORT: String(port) })
  expect((await run.ended)[0]).not.toBe(0)
  expect(run.said().trim()).toBe(
    `Port ${port} is taken: stop what runs there, or set PORT to another number.`,
  )
  server.close()
  await expect(readFile(join(folder, 'postgres/data/postmaster.pid'))).rejects.toThrow('ENOENT')
}, 60_000)

it('a database of a newer version is left alone', async () => {
  const server = await startPostgres({ folder: join(folder, 'postgres') })
  const sql = postgres({ ...server.connection, max: 1 })
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)`
  await sql.end()
  await server.stop()
  const run = start({ PORT: '0' })
  expect((await run.ended)[0]).not.toBe(0)
  expect(run.said().trim()).toBe(new SchemaNewerError().message)
}, 60_000)

it('settings, folders and addresses that are wrong are each one sentence without a stack or a password', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  const cases = [
    [{ PORT: 'x', KITH_SIGNUP: 'y' }, /PORT.*KITH_SIGNUP/],
    [{ KITH_DATA: join(file, 'below') }, /cannot be written/],
    [{ DATABASE_URL: 'postgres://kith:secret@127.0.0.1:1/kith' }, /DATABASE_URL.*nothing answers/],
    [{ DATABASE_URL: 'postgres://kith:secret@nowhere.invalid/kith' }, /DATABASE_URL.*host/],
  ] as const
  const runs = cases.map(([env, sentence]) => ({ run: start(env), sentence }))
  for (const { run, sentence } of runs) {
    expect((await run.ended)[0]).not.toBe(0)
    expect(run.said()).toMatch(sentence)
    expect(run.said().trim().split('\n')).toHaveLength(1)
    expect(run.said()).not.toMatch(/secret|\.ts:|node:/)
  }
}, 60_000)

it('what PostgreSQL and the disk refuse is explained', () => {
  const config = readConfig({ DATABASE_URL: 'postgres://db/kith' })
  const explain = (code: string, more: object = {}) =>
    explainFailure(Object.assign(new Error('x'), { code, ...more }), config)
  const fromServer = { name: 'PostgresError' }
  expect(explain('28P01', fromServer)).toMatch(/password/)
  expect(explain('3D000', fromServer)).toMatch(/no database of this name/)
  expect(explain('42501', fromServer)).toMatch(/may not create tables/)
  expect(explain('ENOSPC')).toMatch(/no room left/)
  expect(explain('EROFS')).toMatch(/cannot be written/)
  expect(explain('EADDRNOTAVAIL', { syscall: 'listen' })).toMatch(/set HOST/)
  expect(explain('EACCES', { syscall: 'listen' })).toMatch(/set PORT/)
  expect(explain('ELSE')).toBeUndefined()
  expect(() => refuseOldPostgres(140_012)).toThrow('PostgreSQL 14')
  expect(() => refuseOldPostgres(180_004)).not.toThrow()
})
