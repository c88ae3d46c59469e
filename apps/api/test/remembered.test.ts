import { FeedPage, LIMITS, RememberedPage, SubjectPage, subjectsOn } from '@kith/contract'
import { expect, it } from 'vitest'
import { expectBody, type World } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'

const DAY_MS = 86_400_000

let world: World
let cast: Cast

openSmallWorld(['me – ben – oda'], (...made) => {
  ;[cast, world] = made
})

const read = async (key = 'me', query = ''): Promise<RememberedPage> =>
  expectBody(RememberedPage, await cast.client(key).get(`/api/remembered${query}`, cast.after()))

const titles = async (key = 'me') =>
  (await read(key)).remembered.map(({ voice }) => [voice.post, voice.remembered?.reason])

const remember = async (post: string, body: object = {}, key = 'me') => {
  const answer = await cast
    .client(key)
    .send('PUT', `/api/recommendations/${post}/remember`, body, cast.after())
  if (answer.status < 300) cast.done(answer)
  return answer
}

const forget = (post: string, key = 'me') => cast.client(key).delete(`/api/recommendations/${post}/remember`)

it('is listed newest first with its reason, which may be changed, and nobody else learns of it', async () => {
  const first = await cast.post('p1', 'ben', { all: true })
  const second = await cast.post('p2', 'oda', { all: true, onward: 1 })
  expect((await remember(first.id, { reason: 'For mother' })).status).toBe(204)
  await remember(second.id)
  expect(await titles()).toEqual([
    [second.id, null],
    [first.id, 'For mother'],
  ])
  // Again without a reason leaves it, and the order.
  await remember(first.id)
  expect(await titles()).toEqual([
    [second.id, null],
    [first.id, 'For mother'],
  ])
  await remember(first.id, { reason: 'For father' })
  await remember(second.id, { reason: 'For the holidays' })
  await remember(second.id, { reason: null })
  expect(await titles()).toEqual([
    [second.id, null],
    [first.id, 'For father'],
  ])
  for (const other of ['ben', 'oda']) {
    expect(await read(other)).toEqual({ remembered: [], cursor: null })
    const { text } = await cast.client(other).get(`/api/recommendations/${first.id}`)
    expect(text).not.toContain('father')
  }
})

it('is marked wherever the post is shown, for its reader alone', async () => {
  const { id, subject } = await cast.post('p3', 'ben', { all: true, onward: 1 })
  await cast.person('sam')
  await cast.tie('ben', 'sam')
  await remember(id, { reason: 'Soon' })
  const shown = async (key: string) => {
    const client = cast.client(key)
    const page = expectBody(FeedPage, await client.get('/api/feed', cast.after()))
    const { voices } = await client.read(SubjectPage, `/api/subjects/${subject}`)
    return [...subjectsOn(page).flatMap((card) => card.voices), ...voices].map(({ remembered }) => remembered)
  }
  expect(await shown('me')).toEqual([{ reason: 'Soon' }, { reason: 'Soon' }])
  expect(await shown('sam')).toEqual([null, null])
})

it('is forgotten at once, and once only', async () => {
  const { id } = await cast.post('p4', 'ben', { all: true })
  expect((await forget(id)).code).toBe('not_found')
  await remember(id)
  expect((await forget(id, 'oda')).code).toBe('not_found')
  expect((await forget(id)).status).toBe(204)
  expect(await titles()).toEqual([])
  expect((await forget(id)).code).toBe('not_found')
})

it('is gone while it may not be seen, and comes back when it may be again', async () => {
  const { id } = await cast.post('p5', 'ben', { all: true })
  await remember(id, { reason: 'Still mine' })
  await cast.endTie('me', 'ben')
  expect(await read()).toEqual({ remembered: [], cursor: null })
  await cast.tie('me', 'ben')
  expect(await titles()).toEqual([[id, 'Still mine']])
  await cast.endTie('me', 'ben')
  expect((await forget(id)).status).toBe(204)
  await cast.tie('me', 'ben')
  expect(await titles()).toEqual([])
})

it('goes with the recommendation, and with the account of whoever remembers it', async () => {
  const me = cast.client('me').me.id
  const rows = () =>
    world.database.sql`select 1 from remembered r join person p on p.no = r.viewer where p.id = ${me}`
  const deleted = await cast.post('p6', 'ben', { all: true })
  const { id } = await cast.post('p7', 'ben', { all: true })
  await remember(deleted.id)
  await remember(id)
  await cast.remove('p6')
  expect(await titles()).toEqual([[id, null]])
  expect(await rows()).toHaveLength(1)
  await world.database.sql`delete from person where id = ${cast.client('me').me.id}`
  expect(await rows()).toHaveLength(0)
})

it('leaves one’s own to the notebook, and what may not be seen to others', async () => {
  await cast.person('sam')
  const own = await cast.post('p8', 'me', { all: true })
  const far = await cast.post('p9', 'sam', { all: true })
  expect((await remember(own.id)).code).toBe('not_found')
  expect((await remember(far.id)).code).toBe('not_found')
})

it('comes in full pages, whatever of it may not be seen, and tells of no more than that', async () => {
  const keys = Array.from({ length: LIMITS.page + 3 }, (_, at) => `q${at}`)
  for (const [at, key] of keys.entries()) {
    const { id } = await cast.post(key, at === 4 ? 'oda' : 'ben', { all: true })
    await remember(id)
  }
  const wanted = keys.map((key) => cast.postOf(key).id).toReversed()
  const first = await read()
  expect(first.remembered.map(({ voice }) => voice.post)).toEqual(wanted.slice(0, LIMITS.page))
  const rest = await read('me', `?cursor=${first.cursor}`)
  expect(rest.remembered.map(({ voice }) => voice.post)).toEqual(wanted.slice(LIMITS.page))
  expect(rest.cursor).toBeNull()
  expect((await cast.client('ben').get(`/api/remembered?cursor=${first.cursor}`)).code).toBe('cursor_invalid')
  // The three oldest are gone: the first page is all there is, and says so.
  for (const key of keys.slice(0, 3)) await cast.remove(key)
  await cast.change('ben', { carries: false })
  const whole = await read()
  expect(whole.remembered).toHaveLength(LIMITS.page - 1)
  expect(whole.cursor).toBeNull()
})

it('is found behind however much may not be seen', async () => {
  const { id } = await cast.post('oldest', 'ben', { all: true })
  await remember(id)
  for (let at = 0; at < 2 * LIMITS.postsPerDay; at++) {
    if (at === LIMITS.postsPerDay) world.clock.at = new Date(world.clock.at.getTime() + 2 * DAY_MS)
    await remember((await cast.post(`far ${at}`, 'oda', { all: true })).id)
  }
  await cast.change('ben', { carries: false })
  expect(await titles()).toEqual([[id, null]])
})
