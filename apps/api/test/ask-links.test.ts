import { AskByLink, AskLink, GuestClaim, OwnAskLink, ReadAsk } from '@kith/contract'
import { asking, plainWish } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectBody, openWorld, tie, type World } from './api-world.ts'
import { ask, give, given, KNOWN, look, makeLink, NO_SECRET } from './ask-link-scene.ts'

const DAY_MS = 86_400_000

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

it('[P22] the bearer of a link sees the ask and a first name, and no more of who asks or of what was answered', async () => {
  const ada = await world.person('ada', { name: 'Ada Maria Sonnleitner' })
  const wish = { ...plainWish('craftsman', 'Who mends windows?'), words: 'Old ones.', place: 'Graz' }
  const asked = await ask(world, ada, { wish: { ...wish, trade: 'Joiner', region: 'Styria', urgent: true } })
  const secret = await makeLink(ada, asked.post)
  expect((await give(world, secret)).status).toBe(201)
  const seen = await look(world, secret)
  expect(seen.body).toEqual({
    asker: { firstName: 'Ada' },
    wish: { ...wish, trade: 'Joiner', region: 'Styria', urgent: true },
    until: asking({}, world.clock.at).until,
    language: 'en',
    post: null,
  })
  for (const hidden of ['Maria', 'Sonnleitner', ada.me.id, ada.me.handle, asked.post, KNOWN.title])
    expect(seen.text).not.toContain(hidden)
  expect(seen.headers).toMatchObject({
    'x-robots-tag': 'noindex',
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
  })
  expect((await look(world, secret)).text).toBe(seen.text)
})

it('whoever holds it is a bearer: a stranger, an ex-tie, somebody blocked or left out sees the same, and nothing without it', async () => {
  const ada = await world.person('ada2')
  const [ex, blocked, out, tied] = [
    await world.person('ex2'),
    await world.person('blocked2'),
    await world.person('out2'),
    await world.person('tied2'),
  ]
  const ended = await tie(ada, ex)
  for (const one of [blocked, out, tied]) await tie(ada, one)
  await ada.delete(`/api/ties/${ended}`)
  await ada.post('/api/blocks', { person: blocked.me.id })
  const asked = await ask(world, ada, {
    audience: { form: 'ties', all: true, circles: [], singles: [], excepted: [out.me.id] },
  })
  const made = await ada.post(`/api/asks/${asked.post}/link`)
  const secret = expectBody(AskLink, made).secret ?? NO_SECRET
  const anybodys = await look(world, secret)
  for (const one of [await world.person('stranger2'), ex, blocked, out]) {
    expect((await look(world, secret, one, made)).text).toBe(anybodys.text)
    for (const path of ['', '/link', '/guest-answers', '/answers'])
      expect((await one.get(`/api/asks/${asked.post}${path}`)).code).toBe('not_found')
    for (const done of [one.post(`/api/asks/${asked.post}/link`), one.delete(`/api/asks/${asked.post}/link`)])
      expect((await done).code).toBe('not_found')
  }
  // Whoever may see the ask anyway is shown the way there.
  expect(expectBody(AskByLink, await look(world, secret, tied, made)).post).toBe(asked.post)
  expect(expectBody(AskByLink, await look(world, secret, ada, made)).post).toBe(asked.post)
  expect((await tied.get(`/api/asks/${asked.post}/guest-answers`)).code).toBe('not_found')
})

it('a link made anew takes the place of the one before, and a revoked one says so', async () => {
  const ada = await world.person('ada4')
  const asked = await ask(world, ada)
  const link = () => ada.read(OwnAskLink, `/api/asks/${asked.post}/link`)
  expect(await link()).toEqual({ link: null })
  const first = await makeLink(ada, asked.post)
  const second = await makeLink(ada, asked.post)
  expect(await link()).toEqual({ link: { secret: null, made: world.clock.at.toISOString() } })
  const revoked = await look(world, first)
  expect([revoked.status, revoked.code]).toEqual([410, 'link_revoked'])
  expect(revoked.text).not.toContain('book')
  expect((await look(world, second)).status).toBe(200)
  await give(world, second)
  expect((await ada.delete(`/api/asks/${asked.post}/link`)).status).toBe(204)
  expect([(await look(world, second)).code, (await give(world, second)).code]).toEqual([
    'link_revoked',
    'link_revoked',
  ])
  expect(await link()).toEqual({ link: null })
  // What came by it stays with whoever asks.
  expect(await given(ada, asked.post)).toHaveLength(1)
})

it('a link ends with its ask, without a word of it', async () => {
  const ada = await world.person('ada5')
  const asked = await ask(world, ada)
  const [secret, path] = [await makeLink(ada, asked.post), `/api/asks/${asked.post}`]
  await give(world, secret)
  await ada.send('PUT', `${path}/result`, { solved: true, through: null })
  expect([(await look(world, secret)).code, (await give(world, secret)).code]).toEqual([
    'link_expired',
    'link_expired',
  ])
  expect((await look(world, secret)).text).not.toContain('book')
  expect((await ada.post(`${path}/link`)).code).toBe('ask_over')
  expect(await ada.read(OwnAskLink, `${path}/link`)).toEqual({ link: null })
  expect(await given(ada, asked.post)).toHaveLength(1)
  // Opened anew it leads there again: nobody took it back.
  await ada.delete(`${path}/result`)
  expect((await look(world, secret)).status).toBe(200)
  const at = world.clock.at
  world.clock.at = new Date(at.getTime() + 60 * DAY_MS)
  const isOver = (await look(world, secret)).code
  world.clock.at = at
  expect(isOver).toBe('link_expired')
  await ada.delete(`${path}/link`)
  await ada.send('PUT', `${path}/result`, { solved: false, through: null })
  await ada.delete(`${path}/result`)
  expect((await look(world, secret)).code).toBe('link_revoked')
})

it('nothing of it is left when the ask is deleted', async () => {
  const ada = await world.person('ada6')
  const asked = await ask(world, ada)
  const secret = await makeLink(ada, asked.post)
  const { claim } = expectBody(GuestClaim, await give(world, secret))
  await ada.delete(`/api/asks/${asked.post}`)
  expect(await look(world, secret)).toMatchObject({ status: 404, code: 'not_found' })
  expect((await look(world, secret)).text).toBe((await look(world, NO_SECRET)).text)
  expect((await give(world, secret)).code).toBe('not_found')
  expect((await ada.get(`/api/asks/${asked.post}/guest-answers`)).code).toBe('not_found')
  const gus = await world.person('gus6')
  expect((await gus.post('/api/guest-answers/claims', { claim })).code).toBe('not_found')
  const [left] = await world.database.sql`
    select count(*)::int as n from ask_link l where not exists (select from ask k where k.post = l.ask)`
  expect(left).toEqual({ n: 0 })
})

it('tries are counted, by address and by link', async () => {
  const strict = await openWorld({
    rates: {
      linkPerAddress: { max: 2, seconds: 3_600 },
      guestAnswerPerAddress: { max: 4, seconds: 3_600 },
      guestAnswerPerLink: { max: 2, seconds: 3_600 },
      askLinkPerPerson: { max: 2, seconds: 3_600 },
    },
  })
  try {
    const ada = await strict.person('ada')
    const sent = await ada.post('/api/asks', asking({}, strict.clock.at))
    const path = `/api/asks/${expectBody(ReadAsk, sent).ask.post}/link`
    await ada.post(path)
    const answers = `/api/ask-links/${expectBody(AskLink, await ada.post(path)).secret}`
    expect((await ada.post(path)).code).toBe('rate_limited')
    const tries: (string | undefined)[] = []
    for (let at = 0; at < 3; at++) tries.push((await strict.anybody().post(`${answers}/answers`, KNOWN)).code)
    expect(tries).toEqual([undefined, undefined, 'rate_limited'])
    for (const secret of [NO_SECRET, NO_SECRET])
      tries.push((await strict.anybody().post(`/api/ask-links/${secret}/answers`, KNOWN)).code)
    expect(tries.slice(3)).toEqual(['not_found', 'rate_limited'])
    const looks = [await strict.anybody().get(answers), await strict.anybody().get(answers)]
    expect(looks.map(({ status }) => status)).toEqual([200, 200])
    expect((await strict.anybody().get(answers)).code).toBe('rate_limited')
  } finally {
    await strict.close()
  }
})

it('[P8] a secret that is none is one that was never there', async () => {
  const unknown = await look(world, NO_SECRET)
  for (const wrong of ['x', 'A'.repeat(44), '%00', encodeURIComponent('../me')])
    expect((await look(world, wrong)).text).toBe(unknown.text)
})
