import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestDatabase, testDatabase } from '@kith/testkit/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWriter } from '../src/changes/change-writer.ts'
import { type Database, openDatabase } from '../src/database/client.ts'
import { migrateDatabase } from '../src/database/migrate.ts'
import { importNetwork } from '../src/trust-networks/import-service.ts'
import { assembleNetwork } from '../src/trust-networks/trust-network.ts'
import { readRatings, readTies } from '../src/trust-networks/trust-network-file.ts'

let rows: TestDatabase
let database: Database
let folder: string

beforeAll(async () => {
  rows = await testDatabase({ migrate: migrateDatabase })
  database = openDatabase(rows.connection)
  folder = await mkdtemp(join(tmpdir(), 'kith-import-'))
})

afterAll(async () => {
  await database.close()
  await rows.drop()
  await rm(folder, { recursive: true })
})

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, lines.join('\n'))
  return path
}

async function importFiles(ties: readonly string[], ratings: readonly string[]) {
  const trust = await readTies(await file('ties.txt', ties))
  const rated = await readRatings(await file('ratings.txt', ratings))
  const writer = createWriter({ db: database.db, announcer: { announce: () => undefined } })
  const deps = { db: database.db, writer, now: () => new Date() }
  const steps: string[] = []
  const counts = await importNetwork(deps, assembleNetwork(trust.lines, rated.lines), (part, done, of) =>
    steps.push(`${part} ${done}/${of}`),
  )
  return { counts, steps, badTies: trust.badLines, badRatings: rated.badLines }
}

const TIES = ['1 2 1', '2 1 1', '3 1 1', '1 3', 'x 2 1', '4 4 1', '', '5 1 0']
const RATINGS = ['1 7 4', '2 7 0.5', '2 8 3', '3 8 2', '3 8 3.5', '9 7 3', '1 7', '1 8 9']

it('reads a network once, however often it is run', async () => {
  const first = await importFiles(TIES, RATINGS)
  expect(first.counts).toEqual({ persons: 4, ties: 2, recommendations: 5 })
  expect(first.badTies).toEqual([4, 5, 6, 8])
  expect(first.badRatings).toEqual([7, 8])
  expect(first.steps).toEqual(['persons 4/4', 'ties 2/2', 'recommendations 5/5'])

  const again = await importFiles(TIES, RATINGS)
  expect(again.counts).toEqual({ persons: 0, ties: 0, recommendations: 0 })
})

it('makes a missing side of a tie unsorted and paused', async () => {
  const sides = await database.sql`
    select o.handle as owner, x.handle as other, s.closeness, s.paused
    from tie_side s join person o on o.no = s.owner join person x on x.no = s.other order by 1, 2`
  expect(sides.map((row) => ({ ...row }))).toEqual([
    { owner: 'imported-1', other: 'imported-2', closeness: 4, paused: false },
    { owner: 'imported-1', other: 'imported-3', closeness: null, paused: true },
    { owner: 'imported-2', other: 'imported-1', closeness: 4, paused: false },
    { owner: 'imported-3', other: 'imported-1', closeness: 4, paused: false },
  ])
})

it('takes the last rating of a film, and leaves out what is neither for nor against', async () => {
  const said = await database.sql`
    select p.handle, r.title, r.verdict from recommendation r
    join person p on p.no = r.author order by 1, 2`
  expect(said.map((row) => Object.values(row).join(' '))).toEqual([
    'imported-1 Film 7 recommend',
    'imported-2 Film 7 against',
    'imported-2 Film 8 recommend',
    'imported-3 Film 8 recommend',
    'imported-9 Film 7 recommend',
  ])
})

it('tells the change log of everything it made', async () => {
  const counted = await database.sql`
    select kind, count(*)::int as count from change_log group by kind order by kind`
  expect(counted.map((row) => ({ ...row }))).toEqual([
    { kind: 'person', count: 4 },
    { kind: 'post', count: 5 },
    { kind: 'tie', count: 2 },
  ])
})

it('does not bring back what a person has deleted since', async () => {
  await database.sql`
    update post set deleted_at = now() where no in (select post from recommendation where title = 'Film 8')`
  await database.sql`delete from recommendation where title = 'Film 8'`
  expect((await importFiles(TIES, RATINGS)).counts.recommendations).toBe(0)
})
