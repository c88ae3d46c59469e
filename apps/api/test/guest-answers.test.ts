import {
  ClaimedAnswer,
  GuestClaim,
  LIMITS,
  Notifications,
  OwnRecommendations,
  ReadAsk,
  ReadRecommendation,
  SearchPage,
} from '@kith/contract'
import { plainWish } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { expectBody, openWorld, positionOf, tie, type World } from './api-world.ts'
import { ask, give, given, KNOWN, makeLink, NO_SECRET } from './ask-link-scene.ts'
import { changesIn, Listener, listen } from './live-listener.ts'

let world: World

beforeAll(async () => {
  world = await openWorld({ rates: { guestAnswerPerAddress: { max: 200, seconds: 3_600 } } })
})

afterAll(() => world.close())

const health = { wish: plainWish('health', 'Who knows a dentist?') }

it('what a guest answers is there for whoever asks alone, in no search and on no other page', async () => {
  const [ada, ben] = [await world.person('ada3'), await world.person('ben3')]
  await tie(ada, ben)
  const asked = await ask(world, ada, health)
  const secret = await makeLink(ada, asked.post)
  expect(expectBody(GuestClaim, await give(world, secret)).claim).toMatch(/^[\w-]{43}$/)
  const connected = await give(world, secret, {
    interest: 'connected',
    interestWords: 'My brother',
    name: null,
  })
  expect(connected.status).toBe(201)
  const [first, second] = await given(ada, asked.post)
  expect(first).toMatchObject({ ...KNOWN, at: world.clock.at.toISOString() })
  expect(second).toMatchObject({ interest: 'connected', interestWords: 'My brother', name: null })
  const read = await ada.read(ReadAsk, `/api/asks/${asked.post}`)
  expect(read.own).toMatchObject({ answers: 0, guestAnswers: 2 })
  const { notifications } = await ada.read(Notifications, '/api/notifications')
  expect(notifications).toMatchObject([
    {
      subject: null,
      ask: { post: asked.post, title: health.wish.title },
      unseen: true,
      lines: [{ reason: 'guest', person: { shown: 'somebody' }, post: null }],
    },
  ])
  for (const one of [ada, ben]) {
    const found = await one.read(SearchPage, '/api/search?q=Sommer')
    expect([found.cards, (await one.get('/api/feed')).text.includes('Sommer')]).toEqual([[], false])
  }
  expect((await ben.get(`/api/asks/${asked.post}`)).text).not.toContain('Sommer')
  expect((await ben.read(Notifications, '/api/notifications')).notifications).toEqual([])
  const path = `/api/asks/${asked.post}/guest-answers/${first?.id}`
  expect((await ben.delete(path)).code).toBe('not_found')
  expect((await ada.delete(path)).status).toBe(204)
  expect((await ada.delete(path)).code).toBe('not_found')
  expect(await given(ada, asked.post)).toHaveLength(1)
})

it('whoever joins takes his answer along, once, as a note of his own', async () => {
  const [ada, gus, hal] = [await world.person('ada7'), await world.person('gus7'), await world.person('hal7')]
  const asked = await ask(world, ada, health)
  const secret = await makeLink(ada, asked.post)
  const { claim } = expectBody(GuestClaim, await give(world, secret))
  const body = { claim }
  expect((await world.anybody().post('/api/guest-answers/claims', body)).code).toBe('signed_out')
  expect((await ada.post('/api/guest-answers/claims', body)).code).toBe('ask_of_own')
  expect(await given(ada, asked.post)).toHaveLength(1)

  const key = { 'idempotency-key': crypto.randomUUID() }
  const taken = await gus.post('/api/guest-answers/claims', body, key)
  const made = expectBody(ClaimedAnswer, taken)
  // He is no tie of hers, so that the ask is not there for him.
  expect(made.ask).toBeNull()
  expect((await gus.post('/api/guest-answers/claims', body, key)).body).toEqual(made)
  const read = await gus.get(`/api/recommendations/${made.recommendation}`, {
    'kith-after': positionOf(taken),
  })
  const note = expectBody(ReadRecommendation, read)
  expect(note.own?.audience).toEqual({ form: 'notebook' })
  expect(note.voice).toMatchObject({
    subject: { kind: 'health', title: KNOWN.title, place: KNOWN.place },
    interest: 'none',
    words: { why: KNOWN.why, link: KNOWN.link, contact: KNOWN.contact },
  })
  expect(await given(ada, asked.post)).toEqual([])
  for (const one of [gus, hal])
    expect((await one.post('/api/guest-answers/claims', body)).code).toBe('not_found')
  expect((await gus.post('/api/guest-answers/claims', { claim: NO_SECRET })).code).toBe('not_found')
  const { recommendations } = await gus.read(OwnRecommendations, '/api/recommendations')
  expect(recommendations).toHaveLength(1)
})

it('whoever may see the ask is told so when he takes his answer along, as long as it is open', async () => {
  const [ada, ben] = [await world.person('ada8'), await world.person('ben8')]
  await tie(ada, ben)
  const asked = await ask(world, ada)
  const secret = await makeLink(ada, asked.post)
  const claims = [
    expectBody(GuestClaim, await give(world, secret)),
    expectBody(GuestClaim, await give(world, secret)),
  ]
  const first = await ben.post('/api/guest-answers/claims', claims[0])
  expect(expectBody(ClaimedAnswer, first).ask).toBe(asked.post)
  await ada.send('PUT', `/api/asks/${asked.post}/result`, { solved: true, through: null })
  const second = await ben.post('/api/guest-answers/claims', claims[1])
  expect(expectBody(ClaimedAnswer, second).ask).toBeNull()
})

it('an offer is no answer, an interest has words, and there is room for twenty', async () => {
  const ada = await world.person('ada9')
  const asked = await ask(world, ada)
  const secret = await makeLink(ada, asked.post)
  const refused = [
    await give(world, secret, { interest: 'paid', interestWords: 'My shop' }),
    await give(world, secret, { interest: 'connected' }),
  ]
  expect(refused.map(({ code }) => code)).toEqual(['offer_is_no_answer', 'interest_words_missing'])
  const claims = []
  for (let at = 0; at < LIMITS.answersPerLink; at++) claims.push(await give(world, secret))
  expect(new Set(claims.map((one) => expectBody(GuestClaim, one).claim)).size).toBe(LIMITS.answersPerLink)
  expect((await give(world, secret)).code).toBe('too_many_answers')
  const [oldest] = await given(ada, asked.post)
  await ada.delete(`/api/asks/${asked.post}/guest-answers/${oldest?.id}`)
  expect((await give(world, secret)).status).toBe(201)
})

/** Lets `act` begin while nobody else gets at an ask, and go on after `meanwhile` was done to it. */
async function during<T>(asked: string, act: () => Promise<T>, meanwhile = 'select'): Promise<Promise<T>[]> {
  const { sql } = world.database
  const { tries } = await sql.begin(async (tx) => {
    await tx`select from post where id = ${asked} for update`
    const begun = [act(), act()]
    await vi.waitUntil(async () => (await waiting()) === begun.length, { timeout: 20_000 })
    await tx.unsafe(meanwhile)
    return { tries: begun }
  })
  return tries
}

/** How many wait for a row that somebody else is changing. */
async function waiting(): Promise<number> {
  const [row] = await world.database.sql<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  return row?.n ?? 0
}

it('two who answer at the last moment do not both find room', async () => {
  const ada = await world.person('ada10')
  const asked = await ask(world, ada)
  const secret = await makeLink(ada, asked.post)
  for (let at = 1; at < LIMITS.answersPerLink; at++) await give(world, secret)
  const both = await Promise.all(await during(asked.post, () => give(world, secret)))
  expect(new Set(both.map(({ code }) => code))).toEqual(new Set([undefined, 'too_many_answers']))
})

it('what is sent while the ask is closed comes too late', async () => {
  const ada = await world.person('ada12')
  const asked = await ask(world, ada)
  const secret = await makeLink(ada, asked.post)
  const close = `update post set expires_at = created_at where id = '${asked.post}'`
  const both = await Promise.all(await during(asked.post, () => give(world, secret), close))
  expect(both.map(({ code }) => code)).toEqual(['link_expired', 'link_expired'])
  expect(await given(ada, asked.post)).toEqual([])
})

it('only the tabs of whoever asks hear of an answer', async () => {
  const [ada, ben] = [await world.person('ada11'), await world.person('ben11')]
  await tie(ada, ben)
  const asked = await ask(world, ada)
  const secret = await makeLink(ada, asked.post)
  const host = await listen(world)
  const [hers, his] = [await new Listener(host, ada).hello(), await new Listener(host, ben).hello()]
  for (const tab of [hers, his]) await tab.settled()
  await give(world, secret)
  const heard = await hers.settled()
  expect(heard.join('')).toContain('"notifications"')
  expect(changesIn(await his.settled()).filter((change) => !his.isMarker(change))).toEqual([])
  hers.close()
  his.close()
})
