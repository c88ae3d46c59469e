import { z } from 'zod'
import { ClubId, PostId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Language, ShownChain, ShownPerson, ShownTie } from './people.ts'
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
export const AnswerToMe = z.object({
  voice: Voice,
  at: z.iso.datetime(),
  /** Whether I have shown whoever answered who asks. */
  shown: z.boolean(),
})
export type AnswerToMe = z.infer<typeof AnswerToMe>

/** A tie of mine who could know what I ask: because of what he recommends, or of what he says that one can ask him about. */
export const Knowing = z.object({
  person: ShownTie,
  /** What he recommends of this kind, and there where the ask names a place: the latest, and how many there are, up to five. */
  recommended: z
    .object({ post: PostId, title: z.string(), created: z.iso.datetime(), count: z.int().min(1).max(5) })
    .nullable(),
  /** A line of his about this kind. */
  askable: z.string().nullable(),
  /** Whether I have asked him directly. */
  asked: z.boolean(),
})
export type Knowing = z.infer<typeof Knowing>

/** Whom I asked directly, then who could know; for me alone, and nobody learns that he is in it. */
export const WhoCouldKnow = z.object({ knowing: z.array(Knowing) })
export type WhoCouldKnow = z.infer<typeof WhoCouldKnow>

/** An open ask that I hear, and what I could answer it from: what I recommend of its kind, a line that I say about it, or nothing. */
export const Answerable = z.object({ ask: Ask, because: z.enum(['recommends', 'askable']).nullable() })
export type Answerable = z.infer<typeof Answerable>

/** Those of which I know something first. */
export const AnswerableAsks = z.object({ asks: z.array(Answerable) })
export type AnswerableAsks = z.infer<typeof AnswerableAsks>

/** The earliest first. */
export const AnswersToMe = z.object({ answers: z.array(AnswerToMe) })
export type AnswersToMe = z.infer<typeof AnswersToMe>
