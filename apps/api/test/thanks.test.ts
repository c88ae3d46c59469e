import { Notifications, type ReceivedThanks, Thanked, ThanksPage } from '@kith/contract'
import { beforeEach, expect, it } from 'vitest'
import { expectBody, type World } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'

let world: World
let cast: Cast

// me – ben – oda – rob, who recommends something that goes so far.
openSmallWorld(['me – ben – oda – rob'], (...made) => {
  ;[cast, world] = made
})

beforeEach(async () => {
  await cast.post('far', 'rob', { all: true, onward: 2 })
})

const WORDS = 'The roof holds.'

const path = (key: string) => `/api/recommendations/${cast.postOf(key).id}/thanks`

const thank = async (key: string, wish: object = { words: WORDS }, by = 'me') => {
  const answer = await cast.client(by).send('POST', path(key), wish, cast.after())
  if (answer.status < 300) cast.done(answer)
  return answer
}

const received = async (key: string): Promise<readonly ReceivedThanks[]> =>
  expectBody(ThanksPage, await cast.client(key).get('/api/me/thanks', cast.after())).thanks

/** From whom and whence, in short, with the words. */
const told = async (key: string) =>
  (await received(key)).map(({ from, to, words }) => [short(from), to && keyOf(to.id), words])

function short(person: ReceivedThanks['from']): string {
  if (person.shown === 'via') return `${person.rings} rings, via ${keyOf(person.via.id)}`
  return person.shown === 'somebody' ? 'somebody' : `${person.shown} ${keyOf(person.id)}`
}

function keyOf(id: string): string {
  return [...cast.facts.people.values()].find(({ client }) => client.me.id === id)?.key ?? 'nobody'
}

it('goes back the way that the recommendation came, and everybody on it sees his neighbours alone', async () => {
  // However open they all are.
  for (const key of ['me', 'ben', 'oda', 'rob']) await cast.change(key, { open: true })
  const { through } = expectBody(Thanked, await thank('far'))
  expect(short(through)).toBe('tie ben')
  expect(await told('ben')).toEqual([['tie me', 'oda', WORDS]])
  expect(await told('oda')).toEqual([['2 rings, via ben', 'rob', WORDS]])
  expect(await told('rob')).toEqual([['3 rings, via oda', null, WORDS]])
  expect(await told('me')).toEqual([])
  const { text } = await cast.client('rob').get('/api/me/thanks')
  for (const key of ['me', 'ben']) {
    const { id, handle, name } = cast.client(key).me
    for (const part of [id, handle, name]) expect(text).not.toContain(part)
  }
})

it('a tie is thanked by name', async () => {
  await cast.post('near', 'ben', { all: true })
  await thank('near', {})
  expect(await told('ben')).toEqual([['tie me', null, null]])
})

it('is one a person and recommendation: again it changes the words, and what was said is marked for its writer', async () => {
  await thank('far', {})
  await thank('far')
  await thank('far', {})
  expect(await told('rob')).toEqual([['3 rings, via oda', null, WORDS]])
  await thank('far', { words: null })
  expect(await told('rob')).toEqual([['3 rings, via oda', null, null]])
  const marks = async (key: string) => {
    const { body } = await cast.client(key).get(`/api/recommendations/${cast.postOf('far').id}`, cast.after())
    return Reflect.get(Object(Reflect.get(Object(body), 'voice')), 'thanked')
  }
  expect([await marks('me'), await marks('ben'), await marks('rob')]).toEqual([{ words: null }, null, null])
})

it('takes the strongest way on which it is heard', async () => {
  await cast.person('cal')
  await cast.tie('me', 'cal')
  await cast.tie('cal', 'oda')
  await cast.post('of oda', 'oda', { all: true, onward: 1 })
  await cast.post('of oda too', 'oda', { all: true, onward: 1 })
  const know = async (key: string, closeness: number) => {
    const id = cast.facts.ties.get(pairOf('me', key)) ?? ''
    cast.done(await cast.client('me').patch(`/api/ties/${id}`, { closeness }))
    // Only a read waits for the engine, and which way is the strongest is the engine's to say.
    await cast.client('me').get('/api/me', cast.after())
  }
  await know('cal', 5)
  expect(short(expectBody(Thanked, await thank('of oda')).through)).toBe('tie cal')
  await know('cal', 2)
  expect(short(expectBody(Thanked, await thank('of oda too')).through)).toBe('tie ben')
})

it('goes the way of the ask that it answers, first to the tie on it, however open whoever answered is', async () => {
  for (const key of ['me', 'ben', 'oda']) await cast.change(key, { open: true })
  await cast.ask('ask', 'me', { all: true, onward: 1 })
  await cast.post('answer', 'oda', { all: true })
  await cast.answerAsk('ask', 'answer')
  expect(short(expectBody(Thanked, await thank('answer')).through)).toBe('tie ben')
  expect(await told('ben')).toEqual([['tie me', 'oda', WORDS]])
  expect(await told('oda')).toEqual([['2 rings, via ben', null, WORDS]])
})

it('is taken back everywhere, and may be said again', async () => {
  await thank('far')
  expect((await cast.client('ben').delete(path('far'))).code).toBe('not_found')
  cast.done(await cast.client('me').delete(path('far')))
  for (const key of ['ben', 'oda', 'rob']) expect(await told(key)).toEqual([])
  expect((await cast.client('me').delete(path('far'))).code).toBe('not_found')
  await thank('far', {})
  expect(await told('rob')).toEqual([['3 rings, via oda', null, null]])
})

it('is shown to each as long as he has both neighbours', async () => {
  await thank('far')
  await cast.endTie('me', 'ben')
  expect(await told('ben')).toEqual([])
  expect(await told('oda')).toHaveLength(1)
  await cast.endTie('oda', 'rob')
  expect([await told('oda'), await told('rob')]).toEqual([[], []])
  await cast.tie('oda', 'rob')
  await cast.tie('me', 'ben')
  for (const key of ['ben', 'oda', 'rob']) expect(await told(key)).toHaveLength(1)
})

it('is not shown to whom a block keeps apart from anybody on the way, and nobody else notices', async () => {
  await thank('far')
  await cast.block('rob', 'me')
  expect(await told('rob')).toEqual([])
  expect([await told('ben'), await told('oda')]).toEqual([
    [['tie me', 'oda', WORDS]],
    [['2 rings, via ben', 'rob', WORDS]],
  ])
})

it('is told to carriers only as long as they may see what it is for', async () => {
  await thank('far')
  const audience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }
  const { id } = cast.postOf('far')
  cast.done(await cast.client('rob').patch(`/api/recommendations/${id}`, { audience, onward: 0 }))
  expect(await told('ben')).toEqual([])
  expect(await told('oda')).toHaveLength(1)
  await cast.remove('far')
  for (const key of ['oda', 'rob']) expect(await told(key)).toEqual([])
  // The favour stays, its words do not.
  expect(
    await world.database.sql`select t.words from thanks t join post p on p.no = t.post where p.id = ${id}`,
  ).toEqual([{ words: null }])
})

it('ends for those beside whoever has no account any more', async () => {
  await thank('far')
  await world.database.sql`delete from person where id = ${cast.client('ben').me.id}`
  expect(await told('oda')).toEqual([])
  expect(await told('rob')).toHaveLength(1)
  await world.database.sql`delete from person where id = ${cast.client('me').me.id}`
  expect(await told('rob')).toEqual([])
})

it('is notified of to everybody on the way, once, and no more when it is taken back', async () => {
  const lines = async (key: string) => {
    const { notifications } = expectBody(
      Notifications,
      await cast.client(key).get('/api/notifications', cast.after()),
    )
    return notifications.flatMap((one) => one.lines.map(({ reason, person }) => [reason, short(person)]))
  }
  await thank('far')
  await thank('far', { words: null })
  expect(await lines('rob')).toEqual([['thanks', '3 rings, via oda']])
  expect(await lines('oda')).toEqual([['thanks', '2 rings, via ben']])
  expect(await lines('ben')).toEqual([['thanks', 'tie me']])
  expect(await lines('me')).toEqual([])
  cast.done(await cast.client('me').delete(path('far')))
  for (const key of ['ben', 'oda', 'rob']) expect(await lines(key)).toEqual([])
})

it('is not for one’s own, nor for what may not be seen', async () => {
  expect((await thank('far', {}, 'rob')).code).toBe('not_found')
  await cast.person('sam')
  expect((await thank('far', {}, 'sam')).code).toBe('not_found')
})
