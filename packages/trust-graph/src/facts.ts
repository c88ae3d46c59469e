/**
 * What the engine is told: facts as they stand in the tables now, never what happened to them. Telling it the same fact
 * twice, or several facts in any order, leaves the same graph.
 *
 * Persons, circles, clubs, subjects and posts are known by their `no`, a positive integer below 2^31. Times are whole
 * seconds since 1970 in UTC.
 */

import type { Experience } from './tie-strength.ts'

export type PersonNo = number
export type CircleNo = number
export type ClubNo = number
export type SubjectNo = number
export type PostNo = number
export type Seconds = number
/** Whole UTC days since 1970. */
export type Day = number

/** The kinds of subject, in the order of their numbers inside the engine. */
export const KINDS = [
  'film',
  'book',
  'restaurant',
  'shop',
  'craftsman',
  'health',
  'job',
  'business',
  'place',
  'other',
] as const
export type Kind = (typeof KINDS)[number]

export interface PersonFacts {
  /** Whether things may travel on through this person. */
  readonly carries: boolean
}

/** One side of a tie: what its owner keeps about the other person. */
export interface SideFacts {
  /** The weight that its owner gave this side by closeness, in (0, 1]. */
  readonly declared: number
  /** What has moved it since, at most one for each kind and one overall. */
  readonly experience?: readonly DatedExperience[]
  readonly paused: boolean
  /** The owner's circles that the other person is in. */
  readonly circles: readonly CircleNo[]
}

/** What the strength of a side comes from. */
export type SideStrength = Pick<SideFacts, 'declared' | 'experience'>

/** What the owner of a side has lived through with the other person, as it stood on that day. */
export interface DatedExperience extends Experience {
  /** The kind of subject; undefined for all together. */
  readonly kind: Kind | undefined
  readonly day: Day
}

/** A tie of two persons. An ended one stays as a mark: only the left-out rule reads it. */
export interface TieFacts {
  readonly ended: boolean
  /** The side of the first person named, then that of the second. */
  readonly sides: readonly [SideFacts, SideFacts]
}

export type Interest = 'none' | 'connected' | 'paid'
export type Verdict = 'recommend' | 'against'

/** Whom a post is for. */
export type Audience =
  | { readonly form: 'notebook' }
  | {
      readonly form: 'ties'
      readonly all: boolean
      readonly circles: readonly CircleNo[]
      readonly singles: readonly PersonNo[]
      readonly excepted: readonly PersonNo[]
    }
  | { readonly form: 'club'; readonly club: ClubNo }

/** A post that is not deleted. */
export interface PostFacts {
  readonly author: PersonNo
  /** What is recommended; undefined for an ask. */
  readonly subject: SubjectNo | undefined
  readonly kind: Kind
  readonly ask: boolean
  readonly verdict: Verdict
  readonly interest: Interest
  /** Its author speaks of what he lived through himself; never so for an ask. */
  readonly ownExperience: boolean
  readonly onward: 0 | 1 | 2
  readonly audience: Audience
  readonly created: Seconds
  /** The later of created and last "still true". */
  readonly since: Seconds
  readonly expires: Seconds | undefined
}

/** How a post came to be addressed to somebody: to a tie, or as an answer to that person's ask. */
export type AddressedAs = 'tie' | 'answer'

export interface MembershipFacts {
  /** The member paused the club: nothing of it is heard. */
  readonly paused: boolean
}

/** All that one viewer does not want to hear. */
export interface HiddenFacts {
  readonly voices: readonly PersonNo[]
  readonly posts: readonly PostNo[]
}

export type OfferAnswer = 'yes' | 'no'
