import { randomBytes } from 'node:crypto'
import {
  type Audience,
  type CircleId,
  Circles,
  Comment,
  FeedPage,
  type MakeRecommendation,
  Me,
  Message,
  MyOutcome,
  OpenedThread,
  ReadRecommendation,
  SignedIn,
  subjectsOn,
  TieRequest,
  Ties,
  TieView,
  type Voice,
} from '@kith/contract'
import { PLAIN_WORDS, plainFacts, saying } from '@kith/testkit/plain-post'
import type { APIResponse, Page } from '@playwright/test'
import { ask } from './asking.ts'
import { expect } from './visits.ts'

/** Of whoever joins. */
export const PASSWORD = 'a long enough password'

/** Somebody with an account, and the browser that is signed in. */
export interface Person {
  me: Me
  page: Page
}

/** What nobody else of this run is called. */
export function uniqueWord(): string {
  return randomBytes(5).toString('hex')
}

/** Signs somebody up over the API, in the browser of the page. */
export async function join(page: Page, name: string): Promise<Person> {
  const handle = `${name.toLowerCase()}-${uniqueWord()}`
  const email = `${handle}@example.org`
  const body = { name, handle, email, password: PASSWORD, language: 'en' }
  const answer = await ask(page, 'POST', '/api/auth/sign-up', {
    ...body,
    invitation: null,
    firstPerson: null,
  })
  return { me: (await read(SignedIn, answer)).me, page }
}

/** Signs in as one of the four people of the village. */
export async function lookAround(page: Page, as: string): Promise<Person> {
  const answer = await ask(page, 'POST', '/api/auth/look-around', { as })
  return { me: (await read(SignedIn, answer)).me, page }
}

/** Makes a tie of two people who know each other well. */
export async function tie(one: Person, other: Person): Promise<void> {
  const asked = await ask(one.page, 'POST', '/api/ties/requests', { handle: other.me.handle })
  const { id } = await read(TieRequest, asked)
  const sort = { closeness: 4, circles: [] }
  const accepted = await ask(other.page, 'POST', `/api/ties/requests/${id}/accept`, sort)
  await read(TieView, accepted)
  await sortTie(one, other, sort)
}

/** Says how well somebody knows one of his ties. */
export async function sortTie(
  person: Person,
  other: Person,
  sort: { closeness: number; circles: string[] },
): Promise<void> {
  const { id } = await tieWith(person, other)
  await read(TieView, await ask(person.page, 'PATCH', `/api/ties/${id}`, sort))
}

/** Ends a tie. */
export async function endTie(person: Person, other: Person): Promise<void> {
  const { id } = await tieWith(person, other)
  const answer = await ask(person.page, 'DELETE', `/api/ties/${id}`)
  expect(answer.status()).toBe(204)
}

async function tieWith(person: Person, other: Person): Promise<TieView> {
  const { ties } = await read(Ties, await ask(person.page, 'GET', '/api/ties'))
  const found = ties.find((one) => one.person.handle === other.me.handle)
  if (found === undefined) throw new Error(`${person.me.name} has no tie with ${other.me.name}`)
  return found
}

/** The id of one of a person’s ready-made circles. */
export async function circleOf({ page }: Person, kind: string): Promise<CircleId> {
  const { circles } = await read(Circles, await ask(page, 'GET', '/api/circles'))
  const circle = circles.find((one) => one.kind === kind)
  if (circle === undefined) throw new Error(`no circle of the kind ${kind}`)
  return circle.id
}

const ALL_TIES: Audience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }

/** Recommends something over the API, to all ties and one ring further where nothing else is said. */
export async function recommend(
  { page }: Person,
  title: string,
  change: Partial<Omit<MakeRecommendation, 'words'>> & { words?: Partial<MakeRecommendation['words']> } = {},
): Promise<ReadRecommendation['voice']> {
  const { words, ...rest } = change
  const data = saying(title, {
    subject: plainFacts('craftsman', title),
    words: { ...PLAIN_WORDS, why: `${title} came when they said they would.`, ...words },
    ...rest,
  })
  const answer = await ask(page, 'POST', '/api/recommendations', data)
  return (await read(ReadRecommendation, answer)).voice
}

/** Comments on a recommendation. */
export async function comment({ page }: Person, post: string): Promise<void> {
  const answer = await ask(page, 'POST', `/api/recommendations/${post}/comments`, {
    text: 'Are they open on Mondays?',
  })
  await read(Comment, answer)
}

/** Addresses a recommendation of one’s own. */
export async function addressTo({ page }: Person, other: Person, post: string): Promise<void> {
  const answer = await ask(page, 'POST', `/api/recommendations/${post}/address`, { to: other.me.id })
  expect(answer.status()).toBe(204)
}

/** Leaves somebody out of a recommendation of one’s own to all ties. */
export async function leaveOut({ page }: Person, other: Person, post: string): Promise<void> {
  const data = { audience: { ...ALL_TIES, excepted: [other.me.id] } }
  await read(ReadRecommendation, await ask(page, 'PATCH', `/api/recommendations/${post}`, data))
}

/** What somebody hears, as the first page of the feed has it. */
export async function voicesOf({ page }: Person): Promise<Voice[]> {
  const feed = await read(FeedPage, await ask(page, 'GET', '/api/feed?order=ranked'))
  return subjectsOn(feed).flatMap((card) => card.voices)
}

/** Who is signed in in this browser. */
export async function whoIs(page: Page): Promise<Person> {
  return { me: await read(Me, await ask(page, 'GET', '/api/me')), page }
}

/** Reads an answer, which must be a good one. */
export async function read<Answer>(
  shape: { parse(value: unknown): Answer },
  answer: APIResponse,
): Promise<Answer> {
  expect(answer.ok(), `${answer.url()} answered ${answer.status()}: ${await answer.text()}`).toBe(true)
  return shape.parse(await answer.json())
}

/** Says that a recommendation let somebody down, with a sentence back to its author. */
export async function letDown({ page }: Person, post: string, sentence: string): Promise<void> {
  const data = { outcome: 'letDown', sentence }
  await read(MyOutcome, await ask(page, 'PUT', `/api/recommendations/${post}/outcome`, data))
}

/** Says that a recommendation of one’s own is about the same as another that one hears. */
export async function sayAlike({ page }: Person, post: string, { subject }: Voice): Promise<void> {
  const answer = await ask(page, 'PUT', `/api/recommendations/${post}/likeness/${subject.id}`, { same: true })
  expect(answer.status()).toBe(204)
}

/** Writes to a tie; answers the thread of the two. */
export async function writeTo(person: Person, other: Person, text: string): Promise<string> {
  const { id } = await tieWith(person, other)
  const opened = await ask(person.page, 'POST', `/api/ties/${id}/thread`)
  const thread = (await read(OpenedThread, opened)).id
  await read(Message, await ask(person.page, 'POST', `/api/threads/${thread}/messages`, { text }))
  return thread
}
