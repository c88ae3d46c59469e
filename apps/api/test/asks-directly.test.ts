import {
  AnswerableAsks,
  AnswersToMe,
  asksOn,
  FeedPage,
  ForMe,
  Hidden,
  HiddenVoices,
  type MakeAsk,
  type MakeRecommendation,
  Notifications,
  ReadAsk,
  ReadRecommendation,
  type SubjectKind,
  Thanked,
  ThanksPage,
  type TiesAudience,
  WhoCouldKnow,
  Why,
} from '@kith/contract'
import { asking, plainFacts, plainWish, saying } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, expectBody, openWorld, type Person, positionOf, tie, type World } from './api-world.ts'

const DAY_MS = 86_400_000

let world: World
let position = ''
let count = 0

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

async function send(by: Person, method: Method, path: string, body?: unknown): Promise<Answer> {
  const answer = await by.send(method, path, body, position ? { 'kith-after': position } : {})
  position = positionOf(answer) || position
  return answer
}

async function ask(by: Person, wish: Partial<MakeAsk> = {}): Promise<ReadAsk['ask']> {
  return expectBody(ReadAsk, await send(by, 'POST', '/api/asks', asking(wish, world.clock.at))).ask
}

async function recommend(by: Person, title: string, wish: Partial<MakeRecommendation> = {}) {
  return expectBody(ReadRecommendation, await send(by, 'POST', '/api/recommendations', saying(title, wish)))
    .voice
}

async function knowing(by: Person, asked: string) {
  return expectBody(WhoCouldKnow, await send(by, 'GET', `/api/asks/${asked}/knowing`)).knowing
}

async function told(by: Person) {
  return expectBody(Notifications, await send(by, 'GET', '/api/notifications')).notifications
}

async function forMe(by: Person) {
  return expectBody(ForMe, await send(by, 'GET', '/api/for-me')).asks
}

/** Three in a row, who know each other well: the first and the last have no tie. */
async function three() {
  count += 1
  const [ada, ben, cleo] = [
    await world.person(`ada-${count}`, { name: 'Ada' }),
    await world.person(`ben-${count}`, { name: 'Ben' }),
    await world.person(`cleo-${count}`, { name: 'Cleo' }),
  ]
  for (const [one, other] of [
    [ada, ben],
    [ben, cleo],
  ] as const) {
    const id = await tie(one, other)
    for (const side of [one, other]) await send(side, 'PATCH', `/api/ties/${id}`, { closeness: 4 })
  }
  return { ada, ben, cleo }
}

const EVERYBODY: TiesAudience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }

it('who could know: ties who recommend such things there, or say that one can ask them, and nobody beyond', async () => {
  const { ada, ben, cleo } = await three()
  const [dan, eva] = [await world.person(`dan-${count}`), await world.person(`eva-${count}`)]
  for (const one of [dan, eva]) await tie(ada, one)
  const at = (title: string, place: string) => ({ subject: { ...plainFacts('craftsman', title), place } })
  await recommend(ben, 'Joiner Huber', at('Joiner Huber', 'Kirchlau'))
  await recommend(ben, 'Joiner Moser', at('Joiner Moser', 'kirchlau'))
  await recommend(dan, 'Joiner Elsewhere', at('Joiner Elsewhere', 'Obermoos'))
  await recommend(eva, 'Not for Ada', {
    ...at('Not for Ada', 'Kirchlau'),
    audience: { ...EVERYBODY, excepted: [ada.me.id] },
  })
  await recommend(cleo, 'A friend’s friend', at('A friend’s friend', 'Kirchlau'))
  const line = { kind: 'craftsman', words: 'Old windows', place: null, audience: EVERYBODY }
  await send(eva, 'POST', '/api/me/askable', line)
  const secret = { ...line, words: 'Not for her', audience: { ...EVERYBODY, excepted: [ada.me.id] } }
  await send(dan, 'POST', '/api/me/askable', secret)

  const asked = await ask(ada, {
    wish: { ...plainWish('craftsman', 'Who mends windows?'), place: 'Kirchlau' },
  })
  const found = await knowing(ada, asked.post)
  expect(found).toMatchObject([
    {
      person: { name: 'Ben' },
      recommended: { title: 'Joiner Moser', count: 2 },
      askable: null,
      asked: false,
    },
    { person: { handle: eva.me.handle }, recommended: null, askable: 'Old windows', asked: false },
  ])
  const film = await ask(ada, { wish: plainWish('film', 'What to see on Sunday?') })
  expect(await knowing(ada, film.post)).toEqual([])
  const anywhere = await ask(ada, { wish: plainWish('craftsman', 'Who mends doors?') })
  expect((await knowing(ada, anywhere.post)).map(({ person }) => person.handle)).toEqual([
    ben.me.handle,
    dan.me.handle,
    eva.me.handle,
  ])
  for (const other of [ben, cleo, dan])
    expect((await send(other, 'GET', `/api/asks/${asked.post}/knowing`)).code).toBe('not_found')
})

it('an ask that is put to a tie reaches him whatever its audience, is told, and taken back it was never there', async () => {
  const { ada, ben, cleo } = await three()
  const dan = await world.person(`dan-${count}`)
  await tie(ada, dan)
  const asked = await ask(ada, { audience: { ...EVERYBODY, excepted: [dan.me.id] }, onward: 0 })
  expect((await send(dan, 'GET', `/api/asks/${asked.post}`)).code).toBe('not_found')
  const put = (to: string) => send(ada, 'PUT', `/api/asks/${asked.post}/asked/${to}`)
  for (const _twice of [1, 2]) expect((await put(dan.me.id)).status).toBe(204)
  expect((await put(cleo.me.id)).code).toBe('not_found')
  expect(await told(dan)).toMatchObject([
    {
      subject: null,
      ask: { post: asked.post, title: asked.wish.title },
      lines: [{ reason: 'sought', post: asked.post, person: { shown: 'tie', name: ada.me.name } }],
      unseen: true,
    },
  ])
  expect(await forMe(dan)).toMatchObject([{ from: { name: 'Ada' }, unseen: true, ask: { post: asked.post } }])
  expect((await knowing(ada, asked.post)).map(({ person, asked: isAsked }) => [person.id, isAsked])).toEqual([
    [dan.me.id, true],
  ])
  // Nobody else learns that he was asked, and no feed holds what only reached him so.
  for (const other of [ben, cleo]) expect([await told(other), await forMe(other)]).toEqual([[], []])
  expect(asksOn(expectBody(FeedPage, await send(dan, 'GET', '/api/feed?only=asks')))).toEqual([])
  const said = await recommend(dan, 'A good one')
  expect((await send(dan, 'PUT', `/api/asks/${asked.post}/answers/${said.post}`)).status).toBe(200)

  expect((await send(ada, 'DELETE', `/api/asks/${asked.post}/asked/${dan.me.id}`)).status).toBe(204)
  expect([await told(dan), await forMe(dan)]).toEqual([[], []])
  expect((await send(ada, 'DELETE', `/api/asks/${asked.post}/asked/${dan.me.id}`)).code).toBe('not_found')
})

it('an ask that is over is put to nobody any more, and stands nowhere as asked', async () => {
  const { ada, ben } = await three()
  const asked = await ask(ada)
  const put = () => send(ada, 'PUT', `/api/asks/${asked.post}/asked/${ben.me.id}`)
  await put()
  await send(ada, 'PUT', `/api/asks/${asked.post}/result`, { solved: false, through: null })
  expect([await told(ben), await forMe(ben)]).toEqual([[], []])
  expect((await put()).code).toBe('ask_over')
  await send(ada, 'DELETE', `/api/asks/${asked.post}/result`)
  expect(await forMe(ben)).toHaveLength(1)
  await send(ben, 'POST', '/api/for-me/closed', { what: 'person', person: ada.me.id })
  expect([await told(ben), await forMe(ben)]).toEqual([[], []])
})

it('[P22] whoever asks may show himself to one who answered, and to nobody else', async () => {
  const { ada, ben, cleo } = await three()
  const dan = await world.person(`dan-${count}`)
  await tie(ben, dan)
  const asked = await ask(ada)
  const read = async (by: Person) =>
    expectBody(ReadAsk, await send(by, 'GET', `/api/asks/${asked.post}`)).ask.person
  const given = await recommend(cleo, 'A good one', { audience: { form: 'notebook' } })
  await send(cleo, 'PUT', `/api/asks/${asked.post}/answers/${given.post}`)
  expect(await read(cleo)).toMatchObject({ shown: 'via', via: { name: 'Ben' } })
  const path = `/api/asks/${asked.post}/answers/${given.post}/shown`
  for (const other of [ben, cleo]) expect((await send(other, 'PUT', path)).code).toBe('not_found')
  expect((await send(ada, 'PUT', path)).status).toBe(204)
  expect(await read(cleo)).toMatchObject({ shown: 'named', id: ada.me.id, name: 'Ada' })
  expect(await read(dan)).toMatchObject({ shown: 'via', via: { name: 'Ben' } })
  const answers = expectBody(AnswersToMe, await send(ada, 'GET', `/api/asks/${asked.post}/answers`)).answers
  expect(answers).toMatchObject([
    { shown: true, voice: { person: { shown: 'via' }, chain: { tie: { name: 'Ben' } } } },
  ])
  expect((await send(ada, 'DELETE', path)).status).toBe(204)
  expect(await read(cleo)).toMatchObject({ shown: 'via' })
})

it('whoever asks is told who answered along the way of the ask, and thanks go back along it', async () => {
  const { ada, ben, cleo } = await three()
  const asked = await ask(ada)
  const given = await recommend(cleo, 'A quiet one', { audience: { ...EVERYBODY, excepted: [ben.me.id] } })
  await send(cleo, 'PUT', `/api/asks/${asked.post}/answers/${given.post}`)
  expect(await told(ada)).toMatchObject([
    {
      subject: null,
      ask: { post: asked.post, title: asked.wish.title },
      lines: [
        { reason: 'answered', post: given.post, person: { shown: 'via', via: { name: 'Ben' }, rings: 2 } },
      ],
    },
  ])
  const thanked = await send(ada, 'POST', `/api/recommendations/${given.post}/thanks`, { words: 'It fits.' })
  expect(expectBody(Thanked, thanked).through).toMatchObject({ shown: 'tie', name: 'Ben' })
  const received = async (by: Person) =>
    expectBody(ThanksPage, await send(by, 'GET', '/api/me/thanks')).thanks
  expect(await received(cleo)).toMatchObject([
    {
      from: { shown: 'via', via: { name: 'Ben' } },
      to: null,
      words: 'It fits.',
      voice: { post: given.post },
    },
  ])
  // He stands on the way, and may not see what was answered.
  expect(await received(ben)).toEqual([])
  await send(cleo, 'PATCH', `/api/recommendations/${given.post}`, { audience: EVERYBODY })
  expect(await received(ben)).toMatchObject([{ from: { name: 'Ada' }, to: { name: 'Cleo' } }])
})

it('why an ask reached me is told as of any post, and I may hide it, or all that whoever asks says', async () => {
  const { ada, ben, cleo } = await three()
  const asked = await ask(ada)
  world.clock.at = new Date(world.clock.at.getTime() + 30 * DAY_MS)
  const why = expectBody(Why, await send(cleo, 'GET', `/api/asks/${asked.post}/why`))
  expect(why).toMatchObject({
    way: 'chain',
    heard: true,
    chain: { tie: { name: 'Ben' }, beyond: [{ shown: 'hollow' }] },
    freshness: { days: 30, halfLifeDays: 30, tenths: 5 },
  })
  const again = await ask(ada)
  const heard = async (by: Person) =>
    asksOn(expectBody(FeedPage, await send(by, 'GET', '/api/feed?only=asks'))).map(({ post }) => post)
  const hide = (by: Person, what: string) => send(by, 'POST', `/api/asks/${again.post}/hide`, { what })
  expect((await hide(cleo, 'person')).code).toBe('not_found')
  expect((await hide(ada, 'post')).code).toBe('not_found')
  const { key } = expectBody(Hidden, await hide(cleo, 'post'))
  expect(await heard(cleo)).not.toContain(again.post)
  const hidden = expectBody(HiddenVoices, await send(cleo, 'GET', '/api/hidden'))
  expect(hidden).toMatchObject({ people: [], posts: [], asks: [{ ask: { post: again.post } }] })
  await send(cleo, 'DELETE', `/api/hidden/${key}`)
  expect(await heard(cleo)).toContain(again.post)
  expect((await hide(ben, 'person')).status).toBe(201)
  expect(await heard(ben)).toEqual([])
})

it('what I could answer comes first: what I recommend of, there before elsewhere, then what I say one can ask me', async () => {
  const { ada, ben, cleo } = await three()
  const dan = await world.person(`dan-${count}`)
  await tie(cleo, dan)
  const at = (kind: SubjectKind, title: string, place: string | null) =>
    ask(ada, { wish: { ...plainWish(kind, title), place } })
  const [film, other, joiner, stairs, shop] = [
    await at('film', 'What to see?', null),
    await at('book', 'What to read?', null),
    await at('craftsman', 'Who mends doors?', 'Obermoos'),
    await at('craftsman', 'Who builds stairs?', 'Kirchlau'),
    await at('shop', 'Where is bread good?', null),
  ]
  const subject = { ...plainFacts('craftsman', 'Joiner Huber'), place: 'kirchlau' }
  await recommend(cleo, 'Joiner Huber', { subject })
  const tip = await recommend(cleo, 'Corner shop', { subject: plainFacts('shop', 'Corner shop') })
  await send(cleo, 'POST', '/api/me/askable', {
    kind: 'film',
    words: 'Old films',
    place: null,
    audience: EVERYBODY,
  })
  await send(cleo, 'PUT', `/api/asks/${shop.post}/answers/${tip.post}`)
  const answerable = async (by: Person) =>
    expectBody(AnswerableAsks, await send(by, 'GET', '/api/asks/answerable')).asks
  expect((await answerable(cleo)).map(({ ask: { post }, because }) => [post, because])).toEqual([
    [stairs.post, 'recommends'],
    [joiner.post, 'recommends'],
    [film.post, 'askable'],
    [other.post, null],
  ])
  expect(await answerable(dan)).toEqual([])
  expect(await answerable(ada)).toEqual([])
  await send(ada, 'PATCH', `/api/asks/${stairs.post}`, { audience: { ...EVERYBODY, excepted: [ben.me.id] } })
  expect((await answerable(cleo)).map(({ ask: { post } }) => post)).not.toContain(stairs.post)
})
