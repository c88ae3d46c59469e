import { OutcomeQuestions, ReadRecommendation, type SubjectKind } from '@kith/contract'
import { PLAIN_WORDS, plainFacts } from '@kith/testkit/plain-post'
import { expect, it } from 'vitest'
import { type Answer, expectBody, type World } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'

const DAY_MS = 86_400_000

let world: World
let cast: Cast

openSmallWorld(['me – ben'], (...made) => {
  ;[cast, world] = made
})

const post = async (kind: SubjectKind, contact: string | null = null): Promise<string> => {
  const made = await cast.client('ben').post('/api/recommendations', {
    about: null,
    subject: plainFacts(kind, kind),
    verdict: 'recommend',
    interest: 'none',
    words: { ...PLAIN_WORDS, why: 'Good.', contact },
    audience: { form: 'ties', all: true, circles: [], singles: [], excepted: [] },
    onward: 1,
    language: 'en',
  })
  return expectBody(ReadRecommendation, cast.done(made)).voice.post
}

const send = (method: 'PUT' | 'POST' | 'DELETE', path: string, body?: object, key = 'me'): Promise<Answer> =>
  cast.client(key).send(method, `/api/recommendations/${path}`, body, cast.after())

const remember = (id: string) => send('PUT', `${id}/remember`, {})
const answer = (id: string, wish: string) => send('POST', `${id}/outcome-question`, { answer: wish })
const open = (id: string, key = 'me') => send('POST', `${id}/contact-opened`, undefined, key)

const asked = async (key = 'me') => {
  const { questions } = expectBody(
    OutcomeQuestions,
    await cast.client(key).get('/api/me/outcome-questions', cast.after()),
  )
  return questions.map(({ voice, because }) => [voice.subject.kind, because])
}

const days = (count: number): void => {
  world.clock.at = new Date(world.clock.at.getTime() + count * DAY_MS)
}

it('is asked some time after remembering, by kind, the longest waiting first, and of nobody else', async () => {
  for (const kind of ['craftsman', 'restaurant', 'film'] as const) await remember(await post(kind))
  days(13)
  expect(await asked()).toEqual([])
  days(1)
  expect(await asked()).toEqual([['film', 'remembered']])
  days(16)
  expect(await asked()).toEqual([
    ['film', 'remembered'],
    ['restaurant', 'remembered'],
  ])
  days(30)
  expect(await asked()).toHaveLength(3)
  expect(await asked('ben')).toEqual([])
})

it('waits as long again after “not yet”, and is never asked again after “don’t ask”', async () => {
  const [film, book] = [await post('film'), await post('book')]
  await remember(film)
  await remember(book)
  days(20)
  expect((await answer(film, 'notYet')).status).toBe(204)
  expect((await answer(book, 'dontAsk')).status).toBe(204)
  expect(await asked()).toEqual([])
  days(13)
  expect(await asked()).toEqual([])
  days(1)
  expect(await asked()).toEqual([['film', 'remembered']])
  // Neither forgetting it nor remembering it again brings back what is never to be asked.
  await send('DELETE', `${book}/remember`)
  await remember(book)
  days(100)
  expect(await asked()).toEqual([['film', 'remembered']])
})

it('goes when what was remembered is forgotten, and begins anew when it is remembered again', async () => {
  const film = await post('film')
  await remember(film)
  days(20)
  await send('DELETE', `${film}/remember`)
  expect(await asked()).toEqual([])
  await remember(film)
  expect(await asked()).toEqual([])
  days(14)
  expect(await asked()).toEqual([['film', 'remembered']])
})

it('is asked after the contact was opened too, whether or not it is remembered', async () => {
  const [roofer, silent] = [await post('craftsman', 'Ask for Eva'), await post('craftsman')]
  expect((await open(silent)).code).toBe('not_found')
  expect((await open(roofer, 'ben')).code).toBe('not_found')
  expect((await open(roofer)).status).toBe(204)
  days(30)
  // Remembering it does not put off what waits already.
  await remember(roofer)
  await open(roofer)
  days(30)
  expect(await asked()).toEqual([['craftsman', 'contact']])
  await send('DELETE', `${roofer}/remember`)
  expect(await asked()).toEqual([['craftsman', 'contact']])
})

it('is not asked about what may not be seen, nor answered by who was not asked', async () => {
  const film = await post('film')
  expect((await answer(film, 'notYet')).code).toBe('not_found')
  await remember(film)
  days(20)
  await cast.endTie('me', 'ben')
  expect(await asked()).toEqual([])
  expect((await answer(film, 'notYet')).code).toBe('not_found')
  await cast.tie('me', 'ben')
  expect(await asked()).toEqual([['film', 'remembered']])
})

it('is gone once it was said what became of it, and back when that is taken back', async () => {
  const film = await post('film')
  await remember(film)
  days(20)
  expect((await send('PUT', `${film}/outcome`, { outcome: 'helped' })).status).toBe(200)
  expect(await asked()).toEqual([])
  expect((await send('DELETE', `${film}/outcome`)).status).toBe(204)
  expect(await asked()).toEqual([['film', 'remembered']])
})
