import {
  AnswersToMe,
  asksOn,
  Clubs,
  Entry,
  FeedPage,
  Me,
  Notifications,
  OwnAsks,
  Passkeys,
  SignedIn,
  ThanksPage,
} from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWriter } from '../src/changes/change-writer.ts'
import type { Database } from '../src/database/client.ts'
import { newIds } from '../src/database/new-ids.ts'
import { seedVillage } from '../src/village/village-seed.ts'
import { expectBody, openWorld, type World } from './api-world.ts'

let world: World

async function seed({ db }: Database): Promise<void> {
  const writer = createWriter({ db, announcer: { announce: () => undefined } })
  await seedVillage({ writer, now: () => new Date(), ids: newIds })
}

beforeAll(async () => {
  world = await openWorld({ env: { KITH_DEMO: '1' }, prepare: seed })
})

afterAll(() => world.close())

it('one looks around as one of four people of the village, each with a full feed', async () => {
  const { lookAround } = await world.anybody().read(Entry, '/api/entry')
  expect(lookAround).toHaveLength(4)
  for (const { key, name } of lookAround) {
    const visitor = world.anybody()
    const answer = await visitor.post('/api/auth/look-around', { as: key })
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/)
    expect(expectBody(SignedIn, answer).me).toMatchObject({ name, demo: true, operator: false })
    expect((await visitor.read(Me, '/api/me')).name).toBe(name)
    expect((await visitor.read(FeedPage, '/api/feed')).cards.length).toBeGreaterThan(5)
  }
})

it('each of them hears what others ask and what is for a club, and is asked into another club', async () => {
  for (const as of ['johanna', 'josef', 'adnan', 'priya']) {
    const visitor = await lookAround(as)
    const asks = asksOn(await visitor.read(FeedPage, '/api/feed?only=asks'))
    expect(asks.length, as).toBeGreaterThanOrEqual(5)
    expect(asks.filter(({ isOver, answered }) => isOver && answered.length === 0)).toEqual([])
    const { clubs, invitations } = await visitor.read(Clubs, '/api/clubs')
    expect([clubs.length > 0, invitations.length], as).toEqual([true, 1])
  }
})

it('Johanna is answered by friends of friends, and thanked for what she answered with', async () => {
  const johanna = await lookAround('johanna')
  const { asks } = await johanna.read(OwnAsks, '/api/asks')
  expect(asks.map(({ own }) => own.result?.solved ?? null)).toEqual([null, true])
  const { answers } = await johanna.read(AnswersToMe, `/api/asks/${asks[0]?.ask.post}/answers`)
  expect(answers.map(({ voice }) => [voice.subject.title, voice.person.shown])).toEqual([
    ['Elektro Ödwinkler', 'named'],
    ['Elektro Ödwinkler', 'via'],
  ])
  const { thanks } = await johanna.read(ThanksPage, '/api/me/thanks')
  expect(thanks.map(({ from, to, words }) => [from.shown, to, words !== null])).toEqual([['via', null, true]])
  const { notifications } = await johanna.read(Notifications, '/api/notifications')
  const reasons = notifications.flatMap(({ lines }) => lines.map(({ reason }) => reason))
  expect(reasons.filter((reason) => reason === 'answered' || reason === 'thanks').sort()).toEqual([
    'answered',
    'answered',
    'answered',
    'answered',
    'thanks',
  ])
})

async function lookAround(as: string) {
  const visitor = world.anybody()
  await visitor.post('/api/auth/look-around', { as })
  return visitor
}

it('nobody looks around as anybody else, or where the demo is off', async () => {
  for (const as of ['nobody', '', '__proto__', '\u0000']) {
    expect((await world.anybody().post('/api/auth/look-around', { as })).code).toBe('not_found')
  }
  const off = await openWorld({ env: { KITH_DEMO: '0' }, prepare: seed })
  expect((await off.anybody().read(Entry, '/api/entry')).lookAround).toEqual([])
  expect((await off.anybody().post('/api/auth/look-around', { as: 'johanna' })).code).toBe('not_found')
  await off.close()
})

it('people of the village have no password that anybody could know', async () => {
  const rows = await world.database.sql<{ email: string }[]>`select email from person limit 3`
  for (const { email } of rows) {
    const answer = await world.anybody().post('/api/auth/sign-in', { email, password: 'kirchlau' })
    expect(answer.code).toBe('credentials_wrong')
  }
})

it('whoever looks around leaves no way in behind: without a password nobody adds a passkey', async () => {
  const visitor = world.anybody()
  await visitor.post('/api/auth/look-around', { as: 'johanna' })
  expect(await visitor.read(Passkeys, '/api/auth/passkeys')).toEqual({ passkeys: [] })
  const answer = await visitor.post('/api/auth/passkeys/begin', { password: 'kirchlau' })
  expect(answer).toMatchObject({ status: 403, code: 'demo_person' })
})
