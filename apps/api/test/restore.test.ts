import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { FeedPage, ReadRecommendation, SignedIn, subjectsOn } from '@kith/contract'
import { INSTALLED_POSTGRES } from '@kith/testkit/installed-postgres-setup'
import { saying } from '@kith/testkit/plain-post'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { migrateDatabase } from '../src/database/migrate.ts'
import { tidy } from '../src/jobs/housekeeping.ts'
import { expectBody, openWorld, PASSWORD, tie, type World } from './api-world.ts'
import { blankPicture } from './blank-picture.ts'

// What is in infra/deploy, on the PostgreSQL of the system, whose programs write and read dumps.
const DEPLOY = join(import.meta.dirname, '../../../infra/deploy')
const run = promisify(execFile)

let world: World
let folder: string
let dump: string
let photo: string

beforeAll(async () => {
  world = await openWorld()
  folder = await mkdtemp(join(tmpdir(), 'kith-backups-'))
  const [ada, ben] = [await world.person('ada'), await world.person('ben')]
  await tie(ada, ben)
  const { voice } = expectBody(ReadRecommendation, await ada.post('/api/recommendations', saying('Soup')))
  photo = `/api/recommendations/${voice.post}/photo?size=small`
  await ada.putPhoto(voice.post, await blankPicture(), 'A bowl')
  dump = (await deploy('backup.sh', await ownServer(), [folder])).stdout.trim()
})

afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

type Server = Record<'PGHOST' | 'PGPORT' | 'PGUSER' | 'PGDATABASE', string>

async function ownServer(): Promise<Server> {
  const [row] = await world.database.sql<{ host: string; name: string }[]>`
    select current_setting('unix_socket_directories') as host, current_database() as name`
  return { PGHOST: row?.host ?? '', PGPORT: '5432', PGUSER: 'kith', PGDATABASE: row?.name ?? '' }
}

function deploy(script: string, server: Server, words: readonly string[]) {
  const PATH = [INSTALLED_POSTGRES, process.env['PATH']].join(delimiter)
  return run(join(DEPLOY, script), words, { env: { ...process.env, ...server, PATH } })
}

/** Another server, as on the machine that one moves to, and an empty database there. */
async function elsewhere(name: string) {
  const { PGHOST } = await ownServer()
  const server = inject('testServers').find(({ host }) => host !== PGHOST)
  if (!server) throw new Error('expected a second server')
  const sql = postgres({ ...server, max: 1 })
  await sql`create database ${sql(name)} template template0`
  const drop = async () => {
    await sql`drop database if exists ${sql(name)} with (force)`
    await sql.end()
  }
  const connection = { ...server, database: name }
  return {
    connection,
    drop,
    server: { ...(await ownServer()), PGHOST: String(server.host), PGDATABASE: name },
  }
}

it('a backup that was restored on another server is Kith as it was, and goes on', async () => {
  const other = await elsewhere('moved')
  await deploy('restore.sh', other.server, [dump])
  await migrateDatabase(other.connection)
  const moved = await openWorld({ rows: other })
  const ben = moved.anybody()
  expectBody(SignedIn, await ben.post('/api/auth/sign-in', { email: 'ben@kith.test', password: PASSWORD }))
  const feed = await ben.read(FeedPage, '/api/feed')
  expect(subjectsOn(feed).map(({ subject }) => subject.title)).toEqual(['Soup'])
  expect((await ben.get(photo)).status).toBe(200)

  const ada = moved.anybody()
  await ada.post('/api/auth/sign-in', { email: 'ada@kith.test', password: PASSWORD })
  const written = await ada.post('/api/recommendations', saying('Bread'))
  const after = { 'kith-after': String(written.headers['kith-position']) }
  const next = expectBody(FeedPage, await ben.get('/api/feed', after))
  expect(
    subjectsOn(next)
      .map(({ subject }) => subject.title)
      .toSorted(),
  ).toEqual(['Bread', 'Soup'])
  await tidy({ database: moved.database, now: () => moved.clock.at })
  await moved.close()
})

it('a dump is proven without touching what is there', async () => {
  const proven = await deploy('prove-restore.sh', await ownServer(), [dump])
  expect(proven.stdout).toContain('2 people, 1 ties, 1 posts, 1 photos')
  const names = await world.database.sql<{ datname: string }[]>`select datname from pg_database`
  expect(names.filter(({ datname }) => datname.startsWith('kith_proof'))).toEqual([])
})

it('what is not empty is not overwritten, and half a dump is refused as a whole', async () => {
  await expect(deploy('restore.sh', await ownServer(), [dump])).rejects.toThrow('is not empty')
  const half = join(folder, 'half.dump')
  await run('cp', [dump, half])
  await truncate(half, 60_000)
  await expect(deploy('prove-restore.sh', await ownServer(), [half])).rejects.toThrow('pg_restore')
})

it('old backups go, and none is left half written', async () => {
  const old = join(folder, 'kith-20200101T000000Z.dump')
  await run('cp', [dump, old])
  await run('touch', ['-d', '2020-01-01', old])
  await deploy('backup.sh', await ownServer(), [folder])
  const names = await readdir(folder)
  expect(names).not.toContain('kith-20200101T000000Z.dump')
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
  const nowhere = { ...(await ownServer()), PGDATABASE: 'not_there' }
  await expect(deploy('backup.sh', nowhere, [folder])).rejects.toThrow('not_there')
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})
