import { randomBytes } from 'node:crypto'
import {
  type AskAudience,
  type Audience,
  type MakeAsk,
  type MakeRecommendation,
  ReadRecommendation,
} from '@kith/contract'
import { asking, PLAIN_WORDS, plainFacts, plainWish } from '@kith/testkit/plain-post'
import type { KnownPost } from './world-facts.ts'

/** What a post of the cast is to be. */
export interface Wish {
  readonly all?: boolean
  /** Keys of the author's circles. */
  readonly circles?: readonly string[]
  readonly singles?: readonly string[]
  readonly excepted?: readonly string[]
  readonly onward?: 0 | 1 | 2
  readonly notebook?: boolean
  /** The key of a club of the author's. */
  readonly club?: string
  readonly interest?: 'none' | 'connected' | 'paid'
  readonly verdict?: 'recommend' | 'against'
  readonly about?: KnownPost
  /** What the subject is called in this post, so that the two look the same. */
  readonly alike?: KnownPost
  /** A tie of the author's whom it recommends for a job. */
  readonly candidate?: string
}

/** A word that stands nowhere else in the world, so that finding it anywhere is proof. */
export function token(): string {
  const bytes = randomBytes(9)
  return [...bytes].map((byte) => 'bcdfghjklmnpqrstvwxz'[byte % 20]).join('')
}

/** A recommendation of which every word is a token, what its subject is called first. */
export function recommendationOf(wish: Wish, audience: Audience): MakeRecommendation {
  const { interest = 'none', verdict = 'recommend', onward = 1 } = wish
  const [title = token(), place = token(), creator = token(), trade = token(), region = token()] =
    wish.alike?.words ?? []
  return {
    about: wish.about
      ? ReadRecommendation.shape.voice.shape.subject.shape.id.parse(wish.about.subject)
      : null,
    subject: isJob(wish)
      ? { ...plainFacts('job', title), place, creator, role: trade, field: region }
      : { ...plainFacts('craftsman', title), place, creator, trade, region },
    verdict,
    interest,
    words: {
      ...PLAIN_WORDS,
      why: token(),
      forWhom: token(),
      notForWhom: token(),
      when: token(),
      price: token(),
      link: `https://${token()}.test/`,
      contact: token(),
      interestWords: interest === 'none' ? null : token(),
    },
    audience,
    onward,
    language: 'en',
  }
}

/** An ask of which every word is a token; what would go into a notebook is for all. */
export function askOf(audience: Audience, onward: 0 | 1 | 2, now: Date): MakeAsk {
  const wish = {
    ...plainWish('craftsman', token()),
    words: token(),
    place: token(),
    trade: token(),
    region: token(),
  }
  const all: AskAudience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }
  return asking({ wish, audience: audience.form === 'notebook' ? all : audience, onward }, now)
}

/** Everything in it that its author wrote. */
export function wordsOf({ title, words, place, trade, region }: MakeAsk['wish']): string[] {
  return [title, words, place, trade, region].filter((one) => one !== null)
}

/** What is said about a job is about a job as well. */
export function isJob({ candidate, about, alike }: Wish): boolean {
  return candidate !== undefined || (about ?? alike)?.isJob === true
}

/** Everything in it that its author wrote. */
export function textsOf({ subject, words }: MakeRecommendation): string[] {
  const { title, place, creator, trade, region, role, field } = subject
  const { why, forWhom, notForWhom, when, price, link, contact, interestWords } = words
  return [
    title,
    place,
    creator,
    trade,
    region,
    role,
    field,
    why,
    forWhom,
    notForWhom,
    when,
    price,
    link,
    contact,
    interestWords,
  ].filter((one) => one !== null)
}

/** For whom it is. */
export function formOf({ notebook, club }: Wish): KnownPost['form'] {
  if (notebook) return 'notebook'
  return club === undefined ? 'ties' : 'club'
}
