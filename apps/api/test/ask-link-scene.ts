import {
  AskLink,
  type GiveGuestAnswer,
  GuestAnswers,
  type LinkSecret,
  type MakeAsk,
  ReadAsk,
} from '@kith/contract'
import { asking } from '@kith/testkit/plain-post'
import { type Answer, expectBody, type Person, positionOf, type World } from './api-world.ts'

/** What nothing is behind. */
export const NO_SECRET = 'A'.repeat(43)

/** What a guest knows. */
export const KNOWN: GiveGuestAnswer = {
  title: 'Dr. Sommer',
  place: 'Graz',
  why: 'Gentle, and never late.',
  interest: 'none',
  interestWords: null,
  link: 'https://sommer.test/',
  contact: '0316 1234',
  name: 'Wanda',
  language: 'en',
}

export async function ask(world: World, by: Person, wish: Partial<MakeAsk> = {}): Promise<ReadAsk['ask']> {
  return expectBody(ReadAsk, await by.post('/api/asks', asking(wish, world.clock.at))).ask
}

export async function makeLink(by: Person, asked: string): Promise<LinkSecret> {
  const { secret } = expectBody(AskLink, await by.post(`/api/asks/${asked}/link`))
  if (secret === null) throw new Error('expected the secret of a new link')
  return secret
}

/** What the bearer sees, whoever he is, after the write that something was answered to. */
export function look(world: World, secret: string, by = world.anybody(), after?: Answer): Promise<Answer> {
  return by.get(`/api/ask-links/${secret}`, after ? { 'kith-after': positionOf(after) } : {})
}

export function give(world: World, secret: string, said: Partial<GiveGuestAnswer> = {}): Promise<Answer> {
  return world.anybody().post(`/api/ask-links/${secret}/answers`, { ...KNOWN, ...said })
}

/** What came by the links of an ask. */
export async function given(by: Person, asked: string): Promise<GuestAnswers['answers']> {
  return (await by.read(GuestAnswers, `/api/asks/${asked}/guest-answers`)).answers
}
