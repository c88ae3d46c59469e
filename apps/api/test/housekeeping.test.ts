import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { tidy } from '../src/jobs/housekeeping.ts'
import { openWorld, type World } from './api-world.ts'

const PATIENT = { timeout: 30_000, interval: 20 }

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

it('what has run out goes, and what is in use stays', async () => {
  const [ada, ben] = [await world.person('ada'), await world.person('ben')]
  await ada.post('/api/ties/requests', { handle: 'ben' }, { 'idempotency-key': crypto.randomUUID() })
  await ben.post('/api/auth/reset-request', { email: 'ben@kith.test' })
  const { sql } = world.database
  await sql`insert into comment_written (writer, made_at) select no, ${world.clock.at} from person where id = ${ada.me.id}`
  const at = world.clock.at.getTime()
  const runOut = (table: 'session' | 'verification') =>
    sql`update ${sql(table)} set expires_at = now() - interval '1 second'`
  await runOut('session')
  await sql`update session set expires_at = now() + interval '1 day' where person_id = ${ada.me.id}`
  const count = async () => {
    const [row] = await sql<Record<string, number>[]>`
      select (select count(*)::int from session) as sessions, (select count(*)::int from verification) as tokens,
        (select count(*)::int from idempotency) as answers, (select count(*)::int from rate_limit) as windows,
        (select count(*)::int from comment_written) as comments,
        (select count(*)::int from tie_request) as requests`
    return row
  }
  const deps = { database: world.database }
  await tidy({ ...deps, now: () => new Date(at) })
  expect(await count()).toEqual({ sessions: 1, tokens: 1, answers: 1, windows: 4, comments: 1, requests: 1 })
  await tidy({ ...deps, now: () => new Date(at + 2 * 86_400_000) })
  expect(await count()).toEqual({ sessions: 1, tokens: 1, answers: 0, windows: 0, comments: 0, requests: 1 })
  await runOut('session')
  await runOut('verification')
  await tidy({ ...deps, now: () => new Date(at + 31 * 86_400_000) })
  expect(await count()).toMatchObject({ sessions: 0, tokens: 0, requests: 0 })
  expect((await ada.get('/api/me')).status).toBe(204)
})

it('is done as a job, every ten minutes, in one of all processes', async () => {
  const eva = await world.person('eva')
  const { sql } = world.database
  await sql`update session set expires_at = now() - interval '1 second'`
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  const due = () => sql`select identifier from graphile_worker._private_known_crontabs order by 1`
  await vi.waitFor(
    async () => expect(await due()).toEqual([{ identifier: 'housekeeping' }, { identifier: 'round' }]),
    PATIENT,
  )
  await sql`select graphile_worker.add_job('housekeeping', '{}', job_key := 'housekeeping', max_attempts := 1)`
  await vi.waitFor(async () => expect(await sql`select from graphile_worker.jobs`).toEqual([]), PATIENT)
  expect(
    await sql`select from session s join person p on p.id = s.person_id where p.id = ${eva.me.id}`,
  ).toEqual([])
})
