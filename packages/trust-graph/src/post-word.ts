import { type Audience, type Interest, KINDS, type Kind, type PostFacts } from './facts.ts'
import { CIRCLES } from './side-word.ts'

/**
 * What the engine keeps of a post in one word:
 *
 *   bits 0–1   onward as the author chose it
 *   bits 2–5   kind
 *   bits 6–7   interest
 *   bit  8     advises against
 *   bit  9     is an ask
 *   bit  10    for all ties
 *   bit  11    has single or excepted ties, in a table beside
 *   bit  12    is a club's
 *   bits 16–31 the author's circles that it is for
 */

const AGAINST = 1 << 8
const ASK = 1 << 9
const ALL_TIES = 1 << 10
const LISTED = 1 << 11
const CLUB = 1 << 12

const INTERESTS: readonly Interest[] = ['none', 'connected', 'paid']
const PAID = 2

export function packPost(facts: PostFacts, circleMask: number): number {
  let word = packAudience(facts.audience, circleMask) | facts.onward
  word |= (KINDS.indexOf(facts.kind) << 2) | (INTERESTS.indexOf(facts.interest) << 6)
  if (facts.verdict === 'against') word |= AGAINST
  if (facts.ask) word |= ASK
  return word
}

/** The bits that say whom a post is for; none for the notebook. */
export function packAudience(audience: Audience, circleMask: number): number {
  if (audience.form === 'notebook') return 0
  if (audience.form === 'club') return CLUB
  const listed = audience.singles.length + audience.excepted.length > 0
  return (circleMask << 16) | (audience.all ? ALL_TIES : 0) | (listed ? LISTED : 0)
}

/** How many rings beyond the audience it may travel: none for a paid post and for one that advises against. */
export function onwardOf(word: number): number {
  return isPaid(word) || isAgainst(word) ? 0 : word & 3
}

export function kindOf(word: number): Kind {
  return KINDS[(word >> 2) & 15]!
}

export function interestOf(word: number): Interest {
  return INTERESTS[(word >> 6) & 3]!
}

export function isPaid(word: number): boolean {
  return ((word >> 6) & 3) === PAID
}

export function isAgainst(word: number): boolean {
  return (word & AGAINST) !== 0
}

export function isAsk(word: number): boolean {
  return (word & ASK) !== 0
}

export function isForAllTies(word: number): boolean {
  return (word & ALL_TIES) !== 0
}

export function isListed(word: number): boolean {
  return (word & LISTED) !== 0
}

export function isForClub(word: number): boolean {
  return (word & CLUB) !== 0
}

/** The same for posts whose unlisted audiences are the same; the onward bits are free. */
export function audienceKey(word: number): number {
  return word & (CIRCLES | ALL_TIES)
}
