import { type Circle, Circles, Sessions } from '@kith/contract'
import { PLAIN_WORDS, plainFacts } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type Answer,
  type Client,
  expectBody,
  openWorld,
  type Person,
  positionOf,
  tie,
  type World,
} from './api-world.ts'

let world: World
let ada: Person
/** Everything of Ada's that has an address, and what could be sent there. */
let addresses: readonly (readonly [Method, string, unknown?])[]
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const Made = z.object({ id: z.string() })
const MadePost = z.object({ voice: z.object({ post: z.string(), subject: z.object({ id: z.string() }) }) })
const unsorted = { closeness: null, circles: [] }

beforeAll(async () => {
  world = await openWorld()
  ada = await world.person('ada')
  const ben = await world.person('ben')
  const tied = await tie(ada, ben)
  await ada.patch('/api/me', { findable: false })
  const [circle] = (await ada.read(Circles, '/api/circles')).circles
  const request = expectBody(Made, await askFor(await world.person('cleo'))).id
  const invitation = expectBody(Made, await ada.post('/api/invitations', invitationWith())).id
  const [session] = (await ada.read(Sessions, '/api/auth/sessions')).sessions
  const { voice } = expectBody(MadePost, await ada.post('/api/recommendations', bookFor(circle)))
  addresses = [
    ['GET', '/api/people/ada'],
    ['GET', `/api/ties/${tied}`],
    ['PATCH', `/api/ties/${tied}`, { paused: true }],
    ['DELETE', `/api/ties/${tied}`],
    ['POST', `/api/ties/${tied}/confirm`],
    ['POST', `/api/ties/requests/${request}/accept`, unsorted],
    ['POST', `/api/ties/requests/${request}/decline`],
    ['DELETE', `/api/ties/requests/${request}`],
    ['PATCH', `/api/circles/${circle?.id}`, { name: 'Mine now' }],
    ['DELETE', `/api/circles/${circle?.id}`],
    ['DELETE', `/api/invitations/${invitation}`],
    ['DELETE', `/api/auth/sessions/${session?.id}`],
    ['GET', `/api/recommendations/${voice.post}`],
    ['PATCH', `/api/recommendations/${voice.post}`, { stillTrue: true }],
    ['DELETE', `/api/recommendations/${voice.post}`],
    ['GET', `/api/recommendations/${voice.post}/history`],
    ['GET', `/api/recommendations/${voice.post}/why`],
    ['GET', `/api/recommendations/${voice.post}/audience`],
    ['GET', `/api/subjects/${voice.subject.id}`],
    ['POST', '/api/ties/requests', { handle: 'ada' }],
  ]
})

afterAll(() => world.close())

function askFor(other: Person): Promise<Answer> {
  return ada.post('/api/ties/requests', { handle: other.me.handle })
}

function invitationWith() {
  return { note: null, enclosures: [], circles: [], closeness: null, sittingTogether: false }
}

function bookFor(circle: Circle | undefined) {
  return {
    about: null,
    subject: plainFacts('book', 'The Wall'),
    verdict: 'recommend',
    interest: 'none',
    words: { ...PLAIN_WORDS, why: 'Read it twice.' },
    audience: { form: 'ties', all: false, circles: [circle?.id], singles: [], excepted: [] },
    onward: 2,
    language: 'en',
  }
}

async function sendAll(who: Client, after = ''): Promise<string[]> {
  const unlike = []
  for (const [method, path, body] of addresses) {
    const answer = await who.send(method, path, body, after === '' ? {} : { 'kith-after': after })
    const unknown = await who.send(method, asUnknown(path), asUnknownBody(body))
    if (answer.status !== 404 || answer.text !== unknown.text)
      unlike.push(`${method} ${path}: ${answer.text}`)
  }
  return unlike
}

function asUnknown(path: string): string {
  return path.replace(/[0-9a-f-]{36}/, () => crypto.randomUUID()).replace('/people/ada', '/people/nobody')
}

function asUnknownBody(body: unknown): unknown {
  return JSON.stringify(body)?.includes('handle') ? { handle: 'nobody' } : body
}

it('[P8] for a stranger nothing of somebody else’s is there: the same bytes as for what never was', async () => {
  expect(await sendAll(await world.person('stranger'))).toEqual([])
})

it('nor for a tie that is left out of everything', async () => {
  const left = await world.person('left')
  const id = await tie(left, ada).catch(() => tie(ada, left))
  const mine = new Set([`GET /api/people/ada`, `POST /api/ties/requests`])
  const unlike = (await sendAll(left)).filter((line) => ![...mine].some((one) => line.startsWith(one)))
  expect(unlike).toEqual([])
  expect((await left.get(`/api/ties/${id}`)).status).toBe(200)
})

it('nor for a former tie, from the moment that the tie ended', async () => {
  const former = await world.person('former')
  const id = await tie(ada, former)
  const ended = await ada.delete(`/api/ties/${id}`)
  expect(await sendAll(former, positionOf(ended))).toEqual([])
})

it('[P20] nor for whom she blocked, nor for who blocked her', async () => {
  const [blocked, blocker] = [await world.person('blocked'), await world.person('blocker')]
  const made = await ada.post('/api/blocks', { person: blocked.me.id })
  await blocker.post('/api/blocks', { person: ada.me.id })
  expect(await sendAll(blocked, positionOf(made))).toEqual([])
  expect(await sendAll(blocker)).toEqual([])
})

it('whoever is signed out is asked to sign in, whatever is asked for', async () => {
  for (const [method, path, body] of addresses) {
    const answer = await world.anybody().send(method, path, body)
    expect([path, answer.status, answer.code]).toEqual([path, 401, 'signed_out'])
  }
})

it('and after all of them everything of hers is as it was', async () => {
  for (const [method, path] of addresses) {
    if (method === 'GET') expect([path, (await ada.get(path)).status]).toEqual([path, 200])
  }
  expect((await ada.read(Circles, '/api/circles')).circles[0]).toMatchObject({ name: null, kind: 'family' })
})
