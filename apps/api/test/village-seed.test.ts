import { type TestDatabase, testDatabase } from '@kith/testkit/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWriter } from '../src/changes/change-writer.ts'
import { type Database, openDatabase } from '../src/database/client.ts'
import { migrateDatabase } from '../src/database/migrate.ts'
import { newIds } from '../src/database/new-ids.ts'
import { readVillage } from '../src/village/village-data.ts'
import { hasVillage, seedVillage } from '../src/village/village-seed.ts'

let rows: TestDatabase
let database: Database

beforeAll(async () => {
  rows = await testDatabase({ migrate: migrateDatabase })
  database = openDatabase(rows.connection)
})

afterAll(async () => {
  await database.close()
  await rows.drop()
})

function seed(): Promise<boolean> {
  const writer = createWriter({ db: database.db, announcer: { announce: () => undefined } })
  return seedVillage({ writer, now: () => new Date(), ids: newIds })
}

it('settles the whole village once, in a database without people', async () => {
  expect(await hasVillage(database.db)).toBe(false)
  expect(await seed()).toBe(true)
  expect(await seed()).toBe(false)
  expect(await hasVillage(database.db)).toBe(true)

  const village = readVillage()
  const [counts] = await database.sql`
    select (select count(*) from person)::int as people, (select count(*) from tie)::int as ties,
      (select count(*) from tie_side)::int as sides, (select count(*) from recommendation)::int as said,
      (select count(*) from change_log)::int as changes`
  expect({ ...counts }).toEqual({
    people: village.people.length,
    ties: village.ties.length,
    sides: village.ties.length * 2,
    said: village.recommendations.length,
    changes: village.people.length + village.ties.length + village.recommendations.length,
  })
})

it('numbers posts in the order of their days', async () => {
  const [row] = await database.sql`
    select bool_and(created_at >= before) as ordered from (
      select created_at, lag(created_at, 1, '-infinity') over (order by no) as before from post) posts`
  expect(row?.['ordered']).toBe(true)
})
