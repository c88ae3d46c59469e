import { fastify } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newIds } from '../src/database/new-ids.ts'
import { createServer } from '../src/http/server.ts'
import { openWorld, type World } from './api-world.ts'

let world: World
const DAY_MS = 86_400_000

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

it('who has ten thousand ties has no room for another', async () => {
  const [ada, ben] = [await world.person('ada'), await world.person('ben')]
  const { sql } = world.database
  const long = new Date(world.clock.at.getTime() - 30 * DAY_MS)
  await sql`
    insert into person (id, name, handle, email)
    select gen_random_uuid(), 'One', 'one-' || n, 'one-' || n || '@kith.test' from generate_series(1, 10000) n`
  await sql`
    with made as (
      insert into tie (id, low, high, made_at)
      select gen_random_uuid(), me.no, p.no, ${long} from person p, person me
      where me.id = ${ada.me.id} and p.handle like 'one-%' returning id, low, high
    )
    insert into tie_side (tie_id, owner, other) select id, low, high from made union all select id, high, low from made`
  const asked = await ben.post('/api/ties/requests', { handle: 'ada' })
  const id = String(Reflect.get(Object(asked.body), 'id'))
  const refused = await ada.post(`/api/ties/requests/${id}/accept`, { closeness: null, circles: [] })
  expect([refused.status, refused.code]).toEqual([409, 'too_many_ties'])
  expect(
    await sql`select 1 from tie t join person p on p.no in (t.low, t.high) where p.id = ${ben.me.id}`,
  ).toEqual([])
})

it('a bug is told by the id of its request and nothing else', async () => {
  const { log } = fastify({ logger: { level: 'silent' } })
  const server = await createServer({ log, origin: undefined, proxies: 0, newId: newIds.undated })
  server.get('/api/broken', () => {
    throw new Error('the password of the database is secret')
  })
  const answer = await server.inject('/api/broken')
  expect(answer.statusCode).toBe(500)
  expect(answer.json()).toEqual({
    type: 'urn:kith:problem:internal',
    title: 'Something went wrong on our side.',
    status: 500,
    code: 'internal',
    requestId: answer.headers['x-request-id'],
  })
  await server.close()
})
