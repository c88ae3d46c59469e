import { LIMITS, Notifications, ThreadPage, TieRequests } from '@kith/contract'
import { expect, it } from 'vitest'
import type { World } from './api-world.ts'
import { introductionScene } from './introduction-scene.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'

const DAY_MS = 86_400_000

let cast: Cast
let world: World
const scene = introductionScene(() => cast)

openSmallWorld(['ann – ben – cleo', 'ben – dan', 'eve – dan'], (made, opened) => {
  cast = made
  world = opened
})

function nameOf(key: string): string {
  return cast.client(key).me.name
}

async function later(days: number): Promise<void> {
  world.clock.at = new Date(world.clock.at.getTime() + days * DAY_MS)
}

async function reasons(key: string): Promise<string[]> {
  const { notifications } = await cast.client(key).read(Notifications, '/api/notifications')
  return notifications.flatMap(({ lines }) => lines.map(({ reason }) => reason))
}

it('an asked one goes from whoever asks over the broker to a tie of his, and both yeses open a thread of three', async () => {
  const id = await scene.asked('ann', 'ben')
  expect(await reasons('ben')).toContain('introduce')
  expect((await scene.list('ben')).brokered).toMatchObject([
    { id, state: 'asked', words: 'An electrician', asker: { shown: 'tie', name: nameOf('ann') }, sides: [] },
  ])
  expect((await scene.list('cleo')).offered).toEqual([])
  await scene.offered('ben', id, 'cleo')
  const { offered } = await scene.list('cleo')
  expect(offered).toMatchObject([
    {
      id,
      state: 'offered',
      line: 'Good for cleo',
      broker: { name: nameOf('ben') },
      person: null,
      thread: null,
    },
  ])
  expect(JSON.stringify(offered)).not.toContain(cast.client('ann').me.id)
  expect(await reasons('cleo')).toContain('bringing')
  cast.done(await scene.answer('cleo', id, 'yes'))
  const [mine] = (await scene.list('ann')).asked
  expect(mine).toMatchObject({ state: 'accepted', person: { shown: 'named', name: nameOf('cleo') } })
  const page = await cast.client('ann').read(ThreadPage, `/api/threads/${mine?.thread}`)
  expect(new Set(page.thread.others.map((one) => 'name' in one && one.name))).toEqual(
    new Set([nameOf('ben'), nameOf('cleo')]),
  )
  expect(page.messages).toMatchObject([{ text: 'Good for cleo', person: { name: nameOf('ben') } }])
  expect(JSON.stringify(page)).not.toContain('photo":"')
  expect((await scene.list('cleo')).offered).toMatchObject([
    { state: 'accepted', thread: mine?.thread, person: { shown: 'named', name: nameOf('ann') } },
  ])
  expect(await reasons('ben')).toContain('introduced')
  expect(await reasons('cleo')).toContain('wrote')
})

it('two who are brought together learn of each other once both said yes, and not before', async () => {
  const id = await scene.brought('ben', 'ann', 'dan')
  for (const key of ['ann', 'dan']) {
    const { offered } = await scene.list(key)
    expect(offered).toMatchObject([{ state: 'offered', line: `For ${key}`, person: null }])
  }
  cast.done(await scene.answer('ann', id, 'yes'))
  const waiting = await scene.list('ann')
  expect(waiting.offered).toMatchObject([{ state: 'waiting', person: null, thread: null }])
  expect((await scene.list('ben')).brokered).toMatchObject([{ state: 'offered', thread: null }])
  cast.done(await scene.answer('dan', id, 'yes'))
  const thread = (await scene.list('dan')).offered[0]?.thread
  const { messages } = await cast.client('dan').read(ThreadPage, `/api/threads/${thread}`)
  expect(new Set(messages.map(({ text }) => text))).toEqual(new Set(['For ann', 'For dan']))
})

it('an offer to tie follows, to somebody who is not to be found by handle too', async () => {
  await cast.change('cleo', { findable: false })
  const id = await scene.asked('ann', 'ben')
  await scene.offered('ben', id, 'cleo')
  const early = await scene.send('ann', 'POST', `/${id}/tie-request`)
  expect([early.status, early.code]).toEqual([404, 'not_found'])
  cast.done(await scene.answer('cleo', id, 'yes'))
  expect((await scene.send('ben', 'POST', `/${id}/tie-request`)).text).toBe(early.text)
  expect((await scene.send('eve', 'POST', `/${id}/tie-request`)).text).toBe(early.text)
  cast.done(await scene.send('ann', 'POST', `/${id}/tie-request`))
  const { incoming } = await cast.client('cleo').read(TieRequests, '/api/ties/requests')
  expect(incoming).toMatchObject([{ person: { name: nameOf('ann') } }])
  expect((await scene.send('ann', 'POST', `/${id}/tie-request`)).code).toBe('request_exists')
})

it('for somebody who is not here the broker says yes, and there is no thread', async () => {
  const id = await scene.asked('ann', 'ben')
  expect((await scene.answer('ben', id, 'yes')).code).toBe('not_found')
  expect((await scene.outside('ben', id)).status).toBe(200)
  expect((await scene.list('ben')).brokered).toMatchObject([{ state: 'outside' }])
  expect((await scene.list('ann')).asked).toMatchObject([{ state: 'pending' }])
  cast.done(await scene.answer('ben', id, 'yes'))
  expect((await scene.list('ann')).asked).toMatchObject([{ state: 'accepted', person: null, thread: null }])
  expect(await reasons('ann')).toContain('found')
})

it('[P1] [P23] names only whom the tie shows by name, and guesses like an unknown handle', async () => {
  const named = (key: string) => scene.ask('ann', 'ben', { person: cast.client(key).me.handle })
  const unknown = await scene.ask('ann', 'ben', { person: 'nobody-at-all' })
  expect([unknown.status, unknown.code]).toEqual([404, 'not_found'])
  for (const key of ['ben', 'cleo', 'eve']) await cast.change(key, { open: true })
  // Both are open, and nothing of hers has come to ann yet: that they know each other is not shown either.
  expect((await named('cleo')).text).toBe(unknown.text)
  await cast.post('said', 'cleo', { all: true, onward: 1 })
  await cast.post('said by eve', 'eve', { all: true, onward: 2 })
  expect((await named('eve')).text).toBe(unknown.text)
  await cast.change('ben', { open: false })
  expect((await named('cleo')).text).toBe(unknown.text)
  await cast.change('ben', { open: true })
  const made = await named('cleo')
  expect([made.status, made.body]).toMatchObject([201, { wanted: nameOf('cleo'), state: 'pending' }])
  expect((await scene.list('ben')).brokered).toMatchObject([
    { wanted: { shown: 'tie', name: nameOf('cleo') } },
  ])
})

it('refuses, with a code for each reason', async () => {
  const { handle } = cast.client('ann').me
  const codes = async (...asked: Promise<{ code: string | undefined }>[]) =>
    (await Promise.all(asked)).map(({ code }) => code)
  expect((await scene.ask('ann', 'ben', { person: handle })).code).toBe('introduction_to_self')
  expect((await scene.ask('ann', 'ben', { person: cast.client('ben').me.handle })).code).toBe(
    'introduction_to_self',
  )
  expect((await scene.ask('ben', 'ann', { person: cast.client('cleo').me.handle })).code).toBe('already_tied')
  expect(await codes(scene.ask('ann', 'cleo'), scene.ask('ann', 'ann'))).toEqual(['not_found', 'not_found'])
  expect((await scene.bring('ben', 'ann', 'ann')).code).toBe('invalid_input')
  expect((await scene.bring('ben', 'ann', 'eve')).code).toBe('not_found')
  const id = await scene.asked('ann', 'ben')
  expect((await scene.ask('ann', 'ben')).code).toBe('introduction_exists')
  expect((await scene.offer('ben', id, 'ann')).code).toBe('introduction_to_self')
  expect((await scene.offer('ben', id, 'eve')).code).toBe('not_found')
  for (const key of ['ann', 'cleo', 'eve']) {
    expect((await scene.offer(key, id, 'cleo')).code).toBe('not_found')
    expect((await scene.answer(key, id, 'yes')).code).toBe('not_found')
  }
  await scene.offered('ben', id, 'cleo')
  expect((await scene.offer('ben', id, 'dan')).code).toBe('introduction_offered')
  await scene.brought('ben', 'ann', 'dan')
  expect((await scene.bring('ben', 'dan', 'ann')).code).toBe('introduction_exists')
  await later(LIMITS.introductionDays)
  expect((await scene.remove('ann', id)).code).toBe('introduction_over')
  expect((await scene.remove('ben', id)).code).toBe('introduction_over')
  expect((await scene.answer('cleo', id, 'yes')).code).toBe('not_found')
})

it('so many are open at most, and so many offered a day', async () => {
  const { sql } = world.database
  const [ann, ben] = await Promise.all(
    ['ann', 'ben'].map(async (key) => {
      const [row] = await sql<{ no: number }[]>`select no from person where id = ${cast.client(key).me.id}`
      return row?.no ?? 0
    }),
  )
  await sql`
    insert into introduction (id, asker, broker, kind, words, made_at)
    select gen_random_uuid(), ${ann ?? 0}, ${ben ?? 0}, 'film', 'x', ${world.clock.at.toISOString()}::timestamptz
    from generate_series(1, ${LIMITS.openIntroductions})`
  expect((await scene.ask('ann', 'ben')).code).toBe('too_many_introductions')
  await sql`
    insert into introduction (id, broker, kind, made_at, offered_at)
    select gen_random_uuid(), ${ben ?? 0}, 'film', now, now
    from generate_series(1, ${LIMITS.offersPerDay}), (select ${world.clock.at.toISOString()}::timestamptz as now) n`
  expect((await scene.bring('ben', 'ann', 'cleo')).code).toBe('too_many_offers_today')
  await later(1)
  expect((await scene.bring('ben', 'ann', 'cleo')).status).toBe(201)
})

it('never is for a kind, keeps its offers away unseen, and is taken back', async () => {
  const id = await scene.asked('ann', 'ben')
  await scene.offered('ben', id, 'cleo')
  cast.done(await scene.answer('cleo', id, 'never'))
  expect(await scene.list('cleo')).toMatchObject({ offered: [], never: ['craftsman'] })
  const again = await scene.asked('dan', 'ben')
  await scene.offered('ben', again, 'cleo')
  expect((await scene.list('cleo')).offered).toEqual([])
  expect((await scene.answer('cleo', again, 'yes')).code).toBe('not_found')
  expect((await scene.list('ben')).brokered.map(({ state }) => state)).toEqual(['offered', 'offered'])
  cast.done(await scene.send('cleo', 'DELETE', '/never/craftsman'))
  expect((await scene.send('cleo', 'DELETE', '/never/craftsman')).code).toBe('not_found')
  expect((await scene.list('cleo')).offered.map((one) => one.id)).toEqual([again])
  cast.done(await scene.answer('cleo', again, 'yes'))
  expect((await scene.list('dan')).asked).toMatchObject([{ state: 'accepted' }])
})

it('what was said can be taken back until all said yes', async () => {
  const id = await scene.brought('ben', 'ann', 'dan')
  for (const said of ['notNow', 'open', 'never', 'open', 'yes', 'notNow'] as const)
    cast.done(await scene.answer('ann', id, said))
  cast.done(await scene.answer('dan', id, 'yes'))
  expect(await scene.list('ann')).toMatchObject({ offered: [], never: [] })
  cast.done(await scene.answer('ann', id, 'yes'))
  expect((await scene.list('ann')).offered).toMatchObject([{ state: 'accepted' }])
  expect((await scene.answer('ann', id, 'notNow')).code).toBe('introduction_over')
  expect((await scene.remove('ben', id)).code).toBe('introduction_over')
})

it('the broker is not asked twice for what he declined, and may come back to it', async () => {
  const id = await scene.asked('ann', 'ben')
  cast.done(await scene.remove('ben', id))
  cast.done(await scene.remove('ann', id))
  expect(await scene.list('ann')).toMatchObject({ asked: [] })
  const again = await scene.asked('ann', 'ben')
  expect(await reasons('ben')).not.toContain('introduce')
  expect((await scene.list('ben')).brokered).toMatchObject([{ id: again, state: 'declined' }])
  await scene.offered('ben', again, 'cleo')
  cast.done(await scene.remove('ben', again))
  expect((await scene.list('cleo')).offered).toEqual([])
  expect((await scene.answer('cleo', again, 'yes')).code).toBe('not_found')
})

it('each may leave a thread of three for good, and whoever blocks another in it has left it', async () => {
  const id = await scene.brought('ben', 'ann', 'dan')
  for (const key of ['ann', 'dan']) cast.done(await scene.answer(key, id, 'yes'))
  const thread = (await scene.list('ben')).brokered[0]?.thread ?? ''
  cast.done(await cast.client('ben').delete(`/api/threads/${thread}`))
  const write = (key: string) =>
    cast.client(key).send('POST', `/api/threads/${thread}/messages`, { text: 'Hello' }, cast.after())
  cast.done(await write('ann'))
  const unknown = await cast.client('ben').get('/api/threads/00000000-0000-4000-8000-000000000000')
  expect((await cast.client('ben').get(`/api/threads/${thread}`)).text).toBe(unknown.text)
  expect((await write('ben')).code).toBe('not_found')
  expect((await scene.list('ben')).brokered).toMatchObject([{ state: 'accepted', thread: null }])
  await cast.block('dan', 'ann')
  expect((await cast.client('dan').get(`/api/threads/${thread}`)).text).toBe(unknown.text)
  expect((await write('ann')).status).toBe(201)
  expect(await reasons('dan')).not.toContain('wrote')
})
