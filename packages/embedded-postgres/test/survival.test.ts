import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
