import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { expect, it, vi } from 'vitest'
import { endProgram, holdElsewhere, serverProcess, someFolder, start, within } from './server-folder.ts'

it('a server that is killed comes back by itself with every committed write', async () => {
  const folder = await someFolder()
  const said: string[] = []
  const server = await start(folder, { log: (sentence) => said.push(sentence) })
  await within(server, (sql) => sql`create table kept as select 1 as number`)
  const killed = await serverProcess(folder)

  process.kill(killed, 'SIGKILL')

  await vi.waitUntil(
    async () => within(server, (sql) => sql`select from kept`).catch(() => undefined),
    20_000,
  )
  expect(await serverProcess(folder)).not.toBe(killed)
  expect(said).toContain('PostgreSQL ended unexpectedly; it is started again.')
})

it('transactions that a kill -9 cuts are there whole or not at all, and all that were acknowledged are', async () => {
  const folder = await someFolder()
  const { connection } = await start(folder)
  const sql = postgres({ ...connection, max: 8, backoff: () => 0.05 })
  await sql`create table entry (number int)`
  const acknowledged: number[] = []
  const enter = (number: number) =>
    sql
      .begin(async (open) => {
        await open`insert into entry values (${number})`
        // Time in which the server may die and come back, the connection then serving others.
        await pause(number % 250)
        await open`insert into entry values (${number})`
      })
      .then(() => acknowledged.push(number))
      .catch(() => undefined)

  for (let round = 0; round < 3; round++) {
    const entries = Array.from({ length: 100 }, (_, index) => enter(round * 100 + index))
    await pause(100)
    process.kill(await serverProcess(folder), 'SIGKILL')
    await Promise.all(entries)
    await vi.waitUntil(async () => sql`select 1`.catch(() => undefined), 20_000)
  }

  const whole = await sql<{ number: number }[]>`select number from entry group by number having count(*) = 2`
  const [torn] = await sql`select from entry group by number having count(*) <> 2`
  expect(torn).toBeUndefined()
  expect(whole.map(({ number }) => number)).toEqual(expect.arrayContaining(acknowledged))
  expect(acknowledged.length).toBeGreaterThan(0)
  await sql.end()
})

it('a server that outlived its killed program is stopped and started anew', async () => {
  const folder = await someFolder()
  const { program, said } = await holdElsewhere(folder)
  expect(said).toMatch(/^running/)
  const leftover = await serverProcess(folder)
  await endProgram(program, 'SIGKILL')

  const sentences: string[] = []
  const server = await start(folder, { log: (sentence) => sentences.push(sentence) })
  expect(await serverProcess(folder)).not.toBe(leftover)
  expect(sentences).toEqual(['Stopping a PostgreSQL that an earlier run left behind.'])
  expect(await within(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
})

it('after a kill -9 of program and server together the next start just works', async () => {
  const folder = await someFolder()
  const { program } = await holdElsewhere(folder)
  process.kill(await serverProcess(folder), 'SIGKILL')
  await endProgram(program, 'SIGKILL')

  const server = await start(folder)
  expect(await within(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
})

it('a note of a dead server whose number belongs to another program by now is no obstacle', async () => {
  const folder = await someFolder()
  const first = await start(folder)
  const note = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')
  await first.stop()
  const stranger = process.ppid
  await writeFile(join(folder, 'data', 'postmaster.pid'), [stranger, ...note.split('\n').slice(1)].join('\n'))

  const second = await start(folder)
  expect(await within(second, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
  expect(() => process.kill(stranger, 0)).not.toThrow()
})

it('a first start that was interrupted leaves nothing that hinders or stays', async () => {
  const folder = await someFolder()
  await mkdir(join(folder, 'data.unfinished.1', 'base'), { recursive: true })
  await writeFile(join(folder, 'claim.1.0'), '')

  await start(folder)
  const names = await readdir(folder)
  expect(names).not.toContain('data.unfinished.1')
  expect(names).not.toContain('claim.1.0')
})
