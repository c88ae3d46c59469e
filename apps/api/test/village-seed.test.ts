import { type TestDatabase, testDatabase } from '@kith/testkit/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWriter } from '../src/changes/change-writer.ts'
import { type Database, openDatabase } from '../src/database/client.ts'
import { migrateDatabase } from '../src/database/migrate.ts'
import { newIds } from '../src/database/new-ids.ts'
import { loadGraph } from '../src/graph/graph-loading.ts'
import { seconds } from '../src/graph/voice-reader.ts'
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
      (select count(*) from ask)::int as asks, (select count(*) from answer)::int as answers,
      (select count(*) from club)::int as clubs, (select count(*) from club_member)::int as members,
      (select count(*) from club_invitation)::int as invited,
      (select count(*) from notification where reason = 'answered')::int as "toldOfAnswers",
      (select count(thanks) from notification where reason = 'thanks')::int as "toldOfThanks",
      (select count(*) from change_log)::int as changes`
  const posts = village.recommendations.length + village.asks.length
  const answers = village.asks.flatMap((asked) => asked.answers).length
  const members = village.clubs.flatMap(({ host, members }) => [host, ...members]).length
  const thanked = village.asks.flatMap(({ result }) => result?.thanks ?? [])
  expect({ ...counts }).toEqual({
    people: village.people.length,
    ties: village.ties.length,
    sides: village.ties.length * 2,
    said: village.recommendations.length,
    asks: village.asks.length,
    answers,
    clubs: village.clubs.length,
    members,
    invited: village.clubs.flatMap(({ invitations }) => invitations).length,
    toldOfAnswers: answers,
    // Everybody on their way.
    toldOfThanks: thanked.flatMap(({ carriers }) => ['author', ...carriers]).length,
    changes: village.people.length + village.ties.length + posts + members + answers,
  })
})

it('ends asks behind their last day or when they were closed, with the answer that solved them', async () => {
  const [row] = await database.sql`
    select count(*) filter (where expires_at > now())::int as open,
      count(*) filter (where expires_at = closed_at)::int as closed,
      count(*) filter (where expires_at is null)::int as endless,
      count(*) filter (where exists (select from answer a where (a.ask, a.post) = (k.post, solved_by)))::int as solved
    from ask k join post p on p.no = k.post`
  const { asks } = readVillage()
  expect({ ...row }).toEqual({
    open: asks.filter(({ result, endsInDays }) => !result && endsInDays > 0).length,
    closed: asks.filter(({ result }) => result).length,
    endless: 0,
    solved: asks.filter(({ result }) => result?.through).length,
  })
})

it('whoever answers may see and hears the ask by the engine’s word, also once it is over', async () => {
  const answers = await database.sql<{ ask: number; helper: number }[]>`
    select a.ask, p.author as helper from answer a join post p on p.no = a.post`
  const { engine } = await loadGraph({
    sql: database.sql,
    today: Math.floor(Date.now() / 86_400_000),
    noted: () => undefined,
    signal: new AbortController().signal,
  })
  const at = seconds(new Date())
  for (const { ask, helper } of answers) {
    expect(engine.maySee(helper, ask, at)?.way).toBe('chain')
    expect(engine.hearsAmong(helper, [ask], at)).toHaveLength(1)
  }
})

it('numbers posts in the order of their days', async () => {
  const [row] = await database.sql`
    select bool_and(created_at >= before) as ordered from (
      select created_at, lag(created_at, 1, '-infinity') over (order by no) as before from post) posts`
  expect(row?.['ordered']).toBe(true)
})
