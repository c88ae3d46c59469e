import { AudiencePreview, SessionId } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWriter } from '../src/changes/change-writer.ts'
import { openWorld, type World } from './api-world.ts'
import { type Cast, createCast } from './world-cast.ts'
import { createWorldWrites, type Somebody } from './world-writes.ts'

let world: World
let cast: Cast
let writes: ReturnType<typeof createWorldWrites>
let ada: Somebody
const carriers: Somebody[] = []
const beyond: Somebody[] = []

beforeAll(async () => {
  world = await openWorld()
  cast = createCast(world)
  const { me } = await cast.person('ada')
  const { db, sql } = world.database
  const writer = createWriter({ db, announcer: { announce: () => undefined } })
  writes = createWorldWrites(
    async (work) => (await writer.write(work)).value,
    () => world.clock.at,
  )
  const [row] = await sql<{ no: number }[]>`select no from person where id = ${me.id}`
  ada = {
    id: me.id,
    no: row?.no ?? 0,
    name: me.name,
    handle: me.handle,
    session: SessionId.parse(cast.facts.sessions.get('ada')),
  }
  for (let n = 0; n < 4; n++) await addCarrier(3)
})

afterAll(() => world.close())

/** A tie of Ada's with so many ties of his own. */
async function addCarrier(friends: number): Promise<void> {
  const carrier = await writes.person('Carrier')
  await writes.tie(ada, carrier)
  carriers.push(carrier)
  for (let n = 0; n < friends; n++) beyond.push(await addBehind(carrier))
}

async function addBehind(carrier: Somebody): Promise<Somebody> {
  const friend = await writes.person('Friend')
  await writes.tie(carrier, friend)
  return friend
}

/** What the composer shows, after the engine has followed everything before it. */
async function preview(wish: { excepted?: Somebody[]; onward?: number } = {}): Promise<AudiencePreview> {
  cast.done(await cast.client('ada').patch('/api/me', { language: 'en' }))
  const excepted = (wish.excepted ?? []).map(({ id }) => id)
  const audience = { form: 'ties', all: true, circles: [], singles: [], excepted }
  await cast.client('ada').get('/api/me', cast.after())
  const body = { audience, onward: wish.onward ?? 1, interest: 'none', verdict: 'recommend' }
  return AudiencePreview.parse((await cast.client('ada').post('/api/audience/preview', body)).body)
}

it('[P29] ring 1 is exact and by name; beyond it nothing is said with fewer than five carriers', async () => {
  const { ring1, about } = await preview()
  expect(ring1.map(({ id }) => id).toSorted()).toEqual(carriers.map(({ id }) => id).toSorted())
  // Twelve people, four carriers.
  expect(about).toBeNull()
})

it('[P29] from five carriers on it is rounded down, and never below ten', async () => {
  await addCarrier(1)
  expect((await preview()).about).toBe(10)
  await addCarrier(6)
  // Nineteen.
  expect((await preview()).about).toBe(10)
  beyond.push(await addBehind(carriers[0] ?? ada))
  expect((await preview()).about).toBe(20)
  expect((await preview({ excepted: carriers.slice(0, 2) })).about).toBeNull()
  expect((await preview({ onward: 0 })).about).toBeNull()
})

it('somebody behind several carriers counts once', async () => {
  const [first] = beyond
  if (!first) throw new Error('expected somebody beyond')
  for (const carrier of carriers.slice(1)) await writes.tie(carrier, first)
  expect((await preview()).about).toBe(20)
})

it('[P7] about is blind to blocks of others and to carrying', async () => {
  const before = await preview()
  const [one, other] = beyond
  const [carrier] = carriers
  if (!one || !other || !carrier) throw new Error('expected people')
  for (const behind of beyond.slice(2, 6)) await writes.block(behind, ada)
  for (const silent of carriers) await writes.change(silent, { carries: false })
  await writes.block(one, other)
  expect(await preview()).toEqual(before)
})

it('[P7] the audience of a post that is there shows the same as its preview', async () => {
  const post = await cast.post('said', 'ada', { all: true, onward: 1 })
  const answer = await cast.client('ada').get(`/api/recommendations/${post.id}/audience`, cast.after())
  expect(AudiencePreview.parse(answer.body)).toEqual(await preview())
})
