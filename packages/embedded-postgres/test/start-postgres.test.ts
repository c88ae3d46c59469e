import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { expect, it, vi } from 'vitest'
import { someFolder, start, within } from './server-folder.ts'

it('the first start makes a database and the second finds it again', async () => {
  const folder = join(await someFolder(), 'deeper', 'still')
  const said: string[] = []
  const first = await start(folder, { log: (sentence) => said.push(sentence) })
  await within(first, (sql) => sql`create table kept as select 'a word' as what`)
  await first.stop()

  const second = await start(folder, { log: (sentence) => said.push(sentence) })
  expect(await within(second, (sql) => sql`select what from kept`)).toEqual([{ what: 'a word' }])
  expect(said).toEqual([expect.stringContaining('Making a new database')])
})

it('words in German quotes are found, and capitals have their small letters', async () => {
  const server = await start(await someFolder())
  const [answer] = await within(
    server,
    (sql) => sql`
      select to_tsvector('simple', 'Er nennt es „Rechen“.') @@ to_tsquery('simple', 'rechen') as found,
        lower('É') as small, 'ÄRGER' ilike 'ärger' as alike`,
  )
  expect(answer).toEqual({ found: true, small: 'é', alike: true })
})

it('nobody reaches the server but by a socket in a folder of this user alone', async () => {
  const server = await start(await someFolder())
  const { host } = server.connection
  expect((await stat(host)).mode & 0o777).toBe(0o700)
  expect(`${host}/.s.PGSQL.${server.connection.port}`.length).toBeLessThan(103)
  const [setting] = await within(server, (sql) => sql`show listen_addresses`)
  expect(setting).toEqual({ listen_addresses: '' })
})

it('settings are handed on', async () => {
  const server = await start(await someFolder(), { settings: { fsync: 'off', work_mem: '7MB' } })
  const [answer] = await within(
    server,
    (sql) => sql`select current_setting('fsync') as fsync, current_setting('work_mem') as memory`,
  )
  expect(answer).toEqual({ fsync: 'off', memory: '7MB' })
})

it('stopping cuts open transactions and leaves no socket behind', async () => {
  const server = await start(await someFolder())
  const sql = postgres({ ...server.connection, max: 1 })
  const cut = expect(sql.unsafe('begin; select pg_sleep(600)')).rejects.toThrow()
  await vi.waitUntil(() => within(server, isSleeping))

  await server.stop()
  await cut
  await sql.end({ timeout: 1 })
  await expect(stat(server.connection.host)).rejects.toThrow('ENOENT')
})

it('the log holds nothing that people wrote', async () => {
  const folder = await someFolder()
  const server = await start(folder)
  await within(server, async (sql) => {
    await sql`create table letter (words text primary key)`
    await sql`insert into letter values ('darling')`
    await expect(sql`insert into letter values ('darling')`).rejects.toThrow('duplicate key')
  })
  await server.stop()
  expect(await readFile(join(folder, 'postgres.log'), 'utf8')).not.toContain('darling')
})

async function isSleeping(sql: Sql): Promise<boolean> {
  const sleepers = await sql`select from pg_stat_activity where wait_event = 'PgSleep'`
  return sleepers.length > 0
}
