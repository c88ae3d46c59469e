import { z } from 'zod'
import { ClubId, PostId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Language, ShownChain, ShownPerson } from './people.ts'
import { PlaceId } from './places.ts'
import {
  AudienceClass,
  Hours,
  Onward,
  StandingAudience,
  SubjectKind,
  TiesAudience,
  Voice,
} from './recommendations.ts'
import { line, prose } from './text.ts'

/** Whom an ask is for: ties or a club, never the notebook. */
export const AskAudience = z.discriminatedUnion('form', [
  TiesAudience,
  z.strictObject({ form: z.literal('club'), club: ClubId }),
])
export type AskAudience = z.infer<typeof AskAudience>

/** What is sought, of which kind and where. */
export const Wish = z.strictObject({
  kind: SubjectKind,
  /** The question: "Who knows somebody who mends old windows?" */
  title: line(LIMITS.title),
  words: prose(LIMITS.ask).nullable(),
  place: line(LIMITS.place).nullable(),
  /** The entry of the gazetteer that the author picked; absent where the place is free text alone. */
  placeId: PlaceId.optional(),
  /** Of a craftsman: what he does, how far he has to come, and whether it hurries. */
  trade: line(LIMITS.detail).nullable(),
  region: line(LIMITS.detail).nullable(),
  urgent: z.boolean(),
  /** Of a job: what somebody wants to be, in which field of work, and for how much of the week. */
  role: line(LIMITS.detail).nullable(),
  field: line(LIMITS.detail).nullable(),
  hours: Hours.nullable(),
})
export type Wish = z.infer<typeof Wish>

/** The fields of a wish that only one kind has, and which kind that is. */
export const KIND_OF_WISH = {
  trade: 'craftsman',
  region: 'craftsman',
  urgent: 'craftsman',
  role: 'job',
  field: 'job',
  hours: 'job',
} as const satisfies Partial<Record<keyof Wish, SubjectKind>>

/** The last day on which it is open, at its author's place; from the next day on it is over. */
const Until = z.iso.date()

export const MakeAsk = z.strictObject({
  wish: Wish,
  until: Until,
  audience: AskAudience,
  onward: Onward,
  /** The language that it is written in. */
  language: Language,
})
export type MakeAsk = z.infer<typeof MakeAsk>

/** Its words are fixed. Another last day opens it anew, also where it was closed. */
export const ChangeAsk = z.strictObject({ until: Until, audience: AskAudience, onward: Onward }).partial()
export type ChangeAsk = z.infer<typeof ChangeAsk>

/** Somebody's ask as a reader sees it. */
export const Ask = z.object({
  post: PostId,
  person: ShownPerson,
  /** How it reached me; null for my own or a club's. */
  chain: ShownChain.nullable(),
  way: z.enum(['own', 'chain', 'addressed', 'club']),
  wish: Wish,
  language: Language,
  created: z.iso.datetime(),
  /** From when on it is over: it exists for its author and for whoever answered it alone. */
  ends: z.iso.datetime(),
  isOver: z.boolean(),
  audience: AudienceClass,
  /** The club that it is for, where I am in it. */
  club: z.object({ id: ClubId, name: z.string() }).nullable(),
  /** My own recommendations that I answered it with. */
  answered: z.array(PostId),
})
export type Ask = z.infer<typeof Ask>

/** How an ask was closed, and through which answer. */
export const AskResult = z.strictObject({ solved: z.boolean(), through: PostId.nullable() })
export type AskResult = z.infer<typeof AskResult>

/** What only its author sees of an ask. */
export const OwnAskSide = z.object({
  audience: StandingAudience,
  onward: Onward,
  until: z.iso.date(),
  /** How many recommendations it was answered with. */
  answers: z.int(),
  /** How many answers of guests came by its links. */
  guestAnswers: z.int(),
  /** Null while it is open, and where its time ran out. */
  result: AskResult.nullable(),
})
export type OwnAskSide = z.infer<typeof OwnAskSide>

export const ReadAsk = z.object({ ask: Ask, own: OwnAskSide.nullable() })
export type ReadAsk = z.infer<typeof ReadAsk>

export const OwnAsk = z.object({ ask: Ask, own: OwnAskSide })
export type OwnAsk = z.infer<typeof OwnAsk>

/** My own asks: those that are open, then those that are over, each the newest first. */
export const OwnAsks = z.object({ asks: z.array(OwnAsk), cursor: z.string().nullable() })
export type OwnAsks = z.infer<typeof OwnAsks>

/** A recommendation that somebody answered my ask with; whom I may name as with every post. */
export const AnswerToMe = z.object({ voice: Voice, at: z.iso.datetime() })
export type AnswerToMe = z.infer<typeof AnswerToMe>

/** The earliest first. */
export const AnswersToMe = z.object({ answers: z.array(AnswerToMe) })
export type AnswersToMe = z.infer<typeof AnswersToMe>
