import { AskLink, ClaimedAnswer, type GiveGuestAnswer, GuestAnswers, GuestClaim } from '@kith/contract'
import { expectBody, type World } from './api-world.ts'
import type { Cast } from './world-cast.ts'
import { type Facts, type KnownAsk, memberOf } from './world-facts.ts'
import { token } from './world-words.ts'

/** A link to an ask, and what came by it. */
export interface KnownAskLink {
  readonly ask: KnownAsk
  readonly secret: string
  readonly answers: KnownGuestAnswer[]
  revoked: boolean
}

/** What a guest answered, in words that stand nowhere else, with what he keeps to take it along. */
export interface KnownGuestAnswer {
  readonly id: string
  readonly claim: string
  readonly words: readonly string[]
}

export function isLive({ ask, revoked }: KnownAskLink): boolean {
  return !revoked && !ask.gone && !ask.expired
}

/** What a live link shows whoever holds it: a name, and words without any id. */
export function givenByAskLink(facts: Facts, link: KnownAskLink): string[] {
  return isLive(link) ? [memberOf(facts, link.ask.author).client.me.name, ...link.ask.words] : []
}

/** Whoever asks makes a link; the one that there was leads nowhere any more. */
export async function linkAsk(cast: Cast, ask: KnownAsk): Promise<KnownAskLink> {
  const sent = cast.done(await cast.client(ask.author).post(`/api/asks/${ask.id}/link`))
  const { secret } = expectBody(AskLink, sent)
  revokeKnown(cast.facts, ask)
  const link: KnownAskLink = { ask, secret: secret ?? '', answers: [], revoked: false }
  cast.facts.askLinks.push(link)
  return link
}

export async function revokeAskLink(cast: Cast, { ask }: KnownAskLink): Promise<void> {
  cast.done(await cast.client(ask.author).delete(`/api/asks/${ask.id}/link`))
  revokeKnown(cast.facts, ask)
}

function revokeKnown({ askLinks }: Facts, ask: KnownAsk): void {
  for (const link of askLinks) if (link.ask === ask) link.revoked = true
}

/** A guest's answer of which every word is a token, what it is called first. */
export function guestAnswer(): GiveGuestAnswer {
  return {
    ...{ title: token(), place: token(), why: token(), interest: 'none', interestWords: null },
    ...{ link: `https://${token()}.test/`, contact: token(), name: token(), language: 'en' },
  }
}

/** Somebody without an account answers by a link. */
export async function answerByLink(world: World, cast: Cast, link: KnownAskLink): Promise<void> {
  const said = guestAnswer()
  const sent = cast.done(await world.anybody().post(`/api/ask-links/${link.secret}/answers`, said))
  const { claim } = expectBody(GuestClaim, sent)
  const { author, id: asked } = link.ask
  const read = await cast.client(author).get(`/api/asks/${asked}/guest-answers`, cast.after())
  const made = expectBody(GuestAnswers, read).answers.find(({ title }) => title === said.title)
  if (made === undefined) throw new Error('expected the asker to have the answer of a guest')
  const { title, place, why, contact, name } = said
  const words = [title, place, why, contact, said.link, name].filter((one) => one !== null)
  link.answers.push({ id: made.id, claim, words })
}

/** Whoever joined takes an answer along; it is a note of his then, and a guest's no more. */
export async function claimAnswer(
  cast: Cast,
  by: string,
  { link, answer }: { readonly link: KnownAskLink; readonly answer: KnownGuestAnswer },
): Promise<string> {
  const sent = cast.done(await cast.client(by).post('/api/guest-answers/claims', { claim: answer.claim }))
  link.answers.splice(link.answers.indexOf(answer), 1)
  return expectBody(ClaimedAnswer, sent).recommendation
}
