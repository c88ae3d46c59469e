import {
  AnswersToMe,
  asksOn,
  FeedPage,
  type MakeAsk,
  type MakeRecommendation,
  Notifications,
  OwnAsks,
  ReadAsk,
  ReadRecommendation,
  SearchPage,
  subjectsOn,
  Ties,
} from '@kith/contract'
import { asking, PLAIN_WORDS, plainFacts, plainWish, saying } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, expectBody, openWorld, type Person, positionOf, tie, type World } from './api-world.ts'

const DAY_MS = 86_400_000

let world: World
let position = ''

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

async function send(
  by: Person,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> {
  const answer = await by.send(method, path, body, position ? { 'kith-after': position } : {})
  position = positionOf(answer) || position
  return answer
}

async function ask(by: Person, wish: Partial<MakeAsk> = {}): Promise<ReadAsk['ask']> {
  const answer = await send(by, 'POST', '/api/asks', asking(wish, world.clock.at))
  expect(answer.status).toBe(201)
  return expectBody(ReadAsk, answer).ask
}

async function recommend(by: Person, title: string, wish: Partial<MakeRecommendation> = {}) {
  const answer = await send(by, 'POST', '/api/recommendations', saying(title, wish))
  return expectBody(ReadRecommendation, answer).voice
}

async function answer(by: Person, asked: string, given: string): Promise<Answer> {
  return send(by, 'PUT', `/api/asks/${asked}/answers/${given}`)
}

async function answersTo(by: Person, asked: string) {
  return expectBody(AnswersToMe, await send(by, 'GET', `/api/asks/${asked}/answers`)).answers
}

async function heard(by: Person, query = '?only=asks') {
  return asksOn(expectBody(FeedPage, await send(by, 'GET', `/api/feed${query}`)))
}

/** A row of four: each has a tie with the next. */
async function row(...names: string[]): Promise<Person[]> {
  const people: Person[] = []
  for (const name of names) people.push(await world.person(name))
  for (const [at, one] of people.entries()) {
    const next = people[at + 1]
    if (next === undefined) continue
    const id = await tie(one, next)
    for (const side of [one, next]) await send(side, 'PATCH', `/api/ties/${id}`, { closeness: 4 })
  }
  return people
}

it('[P22] an ask reaches whom it is for and one ring more, without the name of whoever asks', async () => {
  const [ada, ben, cleo, dan] = await row('ada', 'ben', 'cleo', 'dan')
  if (!ada || !ben || !cleo || !dan) throw new Error('expected four people')
  const asked = await ask(ada, { wish: plainWish('health', 'Who knows a good dentist?') })
  expect((await heard(ben)).map(({ person }) => person)).toMatchObject([{ shown: 'tie', name: 'Ada' }])
  const [far] = await heard(cleo)
  expect(far).toMatchObject({ person: { shown: 'via', via: { name: 'Ben' }, rings: 2 }, answered: [] })
  expect(JSON.stringify(far)).not.toContain(ada.me.id)
  expect(await heard(dan)).toEqual([])
  expect((await send(dan, 'GET', `/api/asks/${asked.post}`)).code).toBe('not_found')
  // It stands in the feed as well, and is no subject there.
  expect((await heard(cleo, '')).map(({ post }) => post)).toEqual([asked.post])
  const only = expectBody(FeedPage, await send(cleo, 'GET', '/api/feed?only=recommendations'))
  expect([only.cards.length, subjectsOn(only).length]).toEqual([0, 0])
  await send(ada, 'PATCH', '/api/me', { open: true })
  await send(ben, 'PATCH', '/api/me', { open: true })
  expect((await heard(cleo)).map(({ person }) => person)).toMatchObject([{ shown: 'named', name: 'Ada' }])
})

it('whoever answers with what is in his notebook reads that whoever asks sees it', async () => {
  const [ada, ben] = await row('ada9', 'ben9')
  if (!ada || !ben) throw new Error('expected two people')
  const asked = await ask(ada)
  const note = await recommend(ben, 'A quiet book', { audience: { form: 'notebook' } })
  const audience = () => send(ben, 'GET', `/api/recommendations/${note.post}/audience`)
  expect((await audience()).body).toEqual({ ring1: [], about: null })
  await answer(ben, asked.post, note.post)
  expect((await audience()).body).toMatchObject({ ring1: [{ shown: 'tie', name: 'Ada9' }], about: null })
})

it('what answers it is addressed to whoever asks, and shown to nobody else on that account', async () => {
  const [ada, ben, cleo, dan] = await row('ada2', 'ben2', 'cleo2', 'dan2')
  if (!ada || !ben || !cleo || !dan) throw new Error('expected four people')
  const asked = await ask(ada)
  const note = await recommend(cleo, 'A quiet book', { audience: { form: 'notebook' } })
  expect((await send(ada, 'GET', `/api/recommendations/${note.post}`)).code).toBe('not_found')
  const given = expectBody(ReadAsk, await answer(cleo, asked.post, note.post))
  expect(given).toMatchObject({ ask: { answered: [note.post] }, own: null })
  expect((await answer(cleo, asked.post, note.post)).status).toBe(200)
  const [got, ...others] = await answersTo(ada, asked.post)
  expect(others).toEqual([])
  expect(got?.voice).toMatchObject({
    post: note.post,
    person: { shown: 'via', via: { name: 'Ben2' }, rings: 2 },
    way: 'addressed',
    subject: { title: 'A quiet book' },
  })
  const read = expectBody(ReadAsk, await send(ada, 'GET', `/api/asks/${asked.post}`))
  expect(read.own).toMatchObject({ answers: 1, result: null })
  // Other helpers see neither the answer nor that there is one.
  const other = await send(ben, 'GET', `/api/asks/${asked.post}`)
  expect([expectBody(ReadAsk, other).ask.answered, other.text.includes(note.post)]).toEqual([[], false])
  for (const by of [ben, dan]) {
    expect((await send(by, 'GET', `/api/recommendations/${note.post}`)).code).toBe('not_found')
    expect((await send(by, 'GET', `/api/asks/${asked.post}/answers`)).code).toBe('not_found')
  }
  const told = expectBody(Notifications, await send(ada, 'GET', '/api/notifications'))
  expect(told.notifications.flatMap(({ lines }) => lines)).toMatchObject([
    { reason: 'answered', post: note.post },
  ])
  const found = expectBody(SearchPage, await send(ada, 'GET', '/api/search?q=quiet'))
  expect(found.cards.map((card) => card.subject.title)).toEqual(['A quiet book'])

  const taken = await send(cleo, 'DELETE', `/api/asks/${asked.post}/answers/${note.post}`)
  expect(taken.status).toBe(204)
  expect(await answersTo(ada, asked.post)).toEqual([])
  expect((await send(ada, 'GET', `/api/recommendations/${note.post}`)).code).toBe('not_found')
  expect((await send(cleo, 'DELETE', `/api/asks/${asked.post}/answers/${note.post}`)).code).toBe('not_found')
})

it('a new recommendation answers in one go, or not at all', async () => {
  const [ada, ben] = await row('ada3', 'ben3')
  if (!ada || !ben) throw new Error('expected two people')
  const asked = await ask(ada)
  const said = await recommend(ben, 'Long and good', { answers: asked.post })
  expect((await answersTo(ada, asked.post)).map(({ voice }) => voice.post)).toEqual([said.post])
  await send(ada, 'PUT', `/api/asks/${asked.post}/result`, { solved: false, through: null })
  const late = await send(ben, 'POST', '/api/recommendations', saying('Too late', { answers: asked.post }))
  expect(late.code).toBe('ask_over')
  const hidden = await send(ben, 'POST', '/api/recommendations', {
    ...saying('Half done'),
    answers: crypto.randomUUID(),
  })
  expect(hidden.code).toBe('not_found')
  const mine = await send(ben, 'GET', '/api/recommendations')
  expect(mine.text).not.toContain('Too late')
  expect(mine.text).not.toContain('Half done')
})

it('closed, it is there for whoever asked and whoever answered alone; opened again, for all', async () => {
  const [ada, ben, cleo] = await row('ada4', 'ben4', 'cleo4')
  if (!ada || !ben || !cleo) throw new Error('expected three people')
  const asked = await ask(ada)
  const said = await recommend(cleo, 'Solves it')
  await answer(cleo, asked.post, said.post)
  const path = `/api/asks/${asked.post}/result`
  expect((await send(ada, 'PUT', path, { solved: true, through: crypto.randomUUID() })).code).toBe(
    'not_found',
  )
  const closed = expectBody(ReadAsk, await send(ada, 'PUT', path, { solved: true, through: said.post }))
  expect(closed).toMatchObject({
    ask: { isOver: true },
    own: { result: { solved: true, through: said.post } },
  })
  expect((await send(ben, 'GET', `/api/asks/${asked.post}`)).code).toBe('not_found')
  expect(expectBody(ReadAsk, await send(cleo, 'GET', `/api/asks/${asked.post}`)).ask.isOver).toBe(true)
  expect(await heard(cleo)).toEqual([])
  expect(await heard(ben)).toEqual([])
  expect((await answer(cleo, asked.post, said.post)).code).toBe('ask_over')
  expect(expectBody(ReadAsk, await send(ada, 'DELETE', path)).ask.isOver).toBe(false)
  expect(await heard(ben)).toHaveLength(1)

  // Its time runs out: nobody has to close it.
  world.clock.at = new Date(world.clock.at.getTime() + 40 * DAY_MS)
  expect((await send(ben, 'GET', `/api/asks/${asked.post}`)).code).toBe('not_found')
  const own = expectBody(OwnAsks, await send(ada, 'GET', '/api/asks'))
  expect(own.asks).toMatchObject([{ ask: { isOver: true }, own: { result: null, answers: 1 } }])
  await send(ada, 'PUT', path, { solved: false, through: null })
  expect((await send(ada, 'DELETE', path)).code).toBe('ask_over')
  const until = new Date(world.clock.at.getTime() + 10 * DAY_MS).toISOString().slice(0, 10)
  const longer = expectBody(ReadAsk, await send(ada, 'PATCH', `/api/asks/${asked.post}`, { until }))
  expect(longer).toMatchObject({ ask: { isOver: false }, own: { until, result: null } })
  expect(await heard(ben)).toHaveLength(1)
})

it('[P19] a block takes back what was answered, a deletion what it answers, the end of a tie neither', async () => {
  const [ada, ben, cleo] = await row('ada5', 'ben5', 'cleo5')
  if (!ada || !ben || !cleo) throw new Error('expected three people')
  const asked = await ask(ada)
  const [bens, cleos] = [await recommend(ben, 'By Ben'), await recommend(cleo, 'By Cleo', { onward: 0 })]
  await answer(ben, asked.post, bens.post)
  await answer(cleo, asked.post, cleos.post)
  const titles = async () => (await answersTo(ada, asked.post)).map(({ voice }) => voice.subject.title)
  expect(await titles()).toEqual(['By Ben', 'By Cleo'])
  const { ties } = expectBody(Ties, await send(ben, 'GET', '/api/ties'))
  const between = ties.find(({ person }) => person.id === cleo.me.id)
  await send(ben, 'DELETE', `/api/ties/${between?.id}`)
  expect(await titles()).toEqual(['By Ben', 'By Cleo'])
  // The chain by which it came is gone, and with it what Cleo is called.
  expect((await answersTo(ada, asked.post))[1]?.voice.person).toEqual({ shown: 'somebody' })
  await send(cleo, 'POST', '/api/blocks', { person: ada.me.id })
  expect(await titles()).toEqual(['By Ben'])
  await send(ada, 'DELETE', `/api/asks/${asked.post}`)
  expect((await send(ada, 'GET', `/api/asks/${asked.post}`)).code).toBe('not_found')
  const answerable = expectBody(
    ReadRecommendation,
    await send(ben, 'GET', `/api/recommendations/${bens.post}`),
  )
  expect(answerable.voice.subject.title).toBe('By Ben')
})

it('what its author earns by since is no answer any more: neither what it was solved through nor what it can be', async () => {
  const [ada, ben] = await row('ada7', 'ben7')
  if (!ada || !ben) throw new Error('expected two people')
  const asked = await ask(ada)
  const given = await recommend(ben, 'By Ben')
  await answer(ben, asked.post, given.post)
  const solve = () =>
    send(ada, 'PUT', `/api/asks/${asked.post}/result`, { solved: true, through: given.post })
  expect(expectBody(ReadAsk, await solve()).own?.result?.through).toBe(given.post)
  const words = { ...PLAIN_WORDS, why: 'I earn by it.', interestWords: 'My shop' }
  const paid = await send(ben, 'PATCH', `/api/recommendations/${given.post}`, { interest: 'paid', words })
  expect(paid.status).toBe(200)
  const read = expectBody(ReadAsk, await send(ada, 'GET', `/api/asks/${asked.post}`))
  expect(read.own?.result).toEqual({ solved: true, through: null })
  expect((await solve()).code).toBe('not_found')
})

it('what cannot be is refused, each with its code, and nothing is half done', async () => {
  const [ada, ben] = await row('ada6', 'ben6')
  if (!ada || !ben) throw new Error('expected two people')
  const asked = await ask(ada)
  const own = await recommend(ada, 'My own')
  expect((await answer(ada, asked.post, own.post)).code).toBe('ask_of_own')
  expect((await answer(ben, asked.post, own.post)).code).toBe('not_found')
  const words = { ...PLAIN_WORDS, why: 'I earn by it.', interestWords: 'My shop' }
  const paid = await recommend(ben, 'For sale', { interest: 'paid', words })
  expect((await answer(ben, asked.post, paid.post)).code).toBe('offer_is_no_answer')
  const blank = { interest: null, words: PLAIN_WORDS, audience: { form: 'notebook' } } as const
  const note = await recommend(ben, 'Unsaid', blank)
  expect((await answer(ben, asked.post, note.post)).code).toBe('invalid_input')
  for (const title of ['1', '2', '3', '4', '5']) {
    const said = await recommend(ben, title, { subject: plainFacts('book', title) })
    expect((await answer(ben, asked.post, said.post)).status).toBe(200)
  }
  const sixth = await recommend(ben, '6')
  expect((await answer(ben, asked.post, sixth.post)).code).toBe('too_many_answers')
  expect(await answersTo(ada, asked.post)).toHaveLength(5)

  const make = (wish: Partial<MakeAsk>) => send(ada, 'POST', '/api/asks', asking(wish, world.clock.at))
  const day = (days: number) => new Date(world.clock.at.getTime() + days * DAY_MS).toISOString().slice(0, 10)
  expect((await make({ until: day(-2) })).code).toBe('invalid_input')
  expect((await make({ until: day(92) })).code).toBe('invalid_input')
  expect((await make({ wish: { ...plainWish('book', 'Who?'), urgent: true } })).code).toBe('invalid_input')
  expect(
    (await make({ wish: { ...plainWish('book', 'Who?'), place: 'Here', placeId: 400_000_000 } })).code,
  ).toBe('invalid_input')
  for (let i = 0; i < 9; i++) await ask(ada)
  expect((await make({})).code).toBe('too_many_asks_open')
  const mine = expectBody(OwnAsks, await send(ada, 'GET', '/api/asks'))
  expect(mine.asks).toHaveLength(10)
  await send(ada, 'PUT', `/api/asks/${asked.post}/result`, { solved: false, through: null })
  expect((await make({})).status).toBe(201)
  expect((await send(ada, 'DELETE', `/api/asks/${asked.post}/result`)).code).toBe('too_many_asks_open')
})
