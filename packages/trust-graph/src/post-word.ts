import { type Audience, type Interest, KINDS, type Kind, type PostFacts } from './facts.ts'
import { VOICE_WEIGHT } from './model-constants.ts'
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
 *   bit  13    expires, at a time in a table beside
 *   bit  14    tells of its author’s own experience
 *   bits 16–31 the author's circles that it is for
 */

const AGAINST = 1 << 8
const ASK = 1 << 9
const ALL_TIES = 1 << 10
const LISTED = 1 << 11
const CLUB = 1 << 12
const EXPIRES = 1 << 13
const OWN_EXPERIENCE = 1 << 14

const INTERESTS: readonly Interest[] = ['none', 'connected', 'paid']
const PAID = 2
const WEIGHTS = [VOICE_WEIGHT, VOICE_WEIGHT / 2, 0]
const JOB = KINDS.indexOf('job')

export function packPost(facts: PostFacts, circleMask: number): number {
  let word = packAudience(facts.audience, circleMask) | facts.onward
  word |= (KINDS.indexOf(facts.kind) << 2) | (INTERESTS.indexOf(facts.interest) << 6)
  if (facts.verdict === 'against') word |= AGAINST
  if (facts.ask) word |= ASK
  if (facts.expires !== undefined) word |= EXPIRES
  if (facts.ownExperience) word |= OWN_EXPERIENCE
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

/** What the voice counts by itself while it is fresh: 0.5, connected 0.25, paid 0. */
export function weightOf(word: number): number {
  return WEIGHTS[(word >> 6) & 3]!
}

export function isJob(word: number): boolean {
  return ((word >> 2) & 15) === JOB
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

export function isOwnExperience(word: number): boolean {
  return (word & OWN_EXPERIENCE) !== 0
}

export function mayExpire(word: number): boolean {
  return (word & EXPIRES) !== 0
}

/** Whether the post is for nobody but its author. */
export function isNotebook(word: number): boolean {
  return (word & (CIRCLES | ALL_TIES | LISTED | CLUB)) === 0
}

/** The kinds as bits, in the order of their numbers; undefined stands for all. */
export function kindBits(kinds: ReadonlySet<Kind> | undefined): number {
  return KINDS.reduce((bits, kind, i) => (kinds === undefined || kinds.has(kind) ? bits | (1 << i) : bits), 0)
}

/** Whether the post's kind is among these bits. */
export function isOfKinds(word: number, bits: number): boolean {
  return ((bits >> ((word >> 2) & 15)) & 1) !== 0
}
