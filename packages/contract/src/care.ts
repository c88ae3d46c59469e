import { z } from 'zod'
import { PostId, ThreadId, TieId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { RHYTHMS } from './lists.ts'
import { ShownTie } from './people.ts'
import { Subject } from './recommendations.ts'

export const Rhythm = z.literal(RHYTHMS)
export type Rhythm = z.infer<typeof Rhythm>

/**
 * Why it is a good moment to turn to somebody: he waits for an answer; he asks for something; something of his helped me and I have not thanked him;
 * I was to say what became of something of his; or something of his fades, and I could ask whether it is still true.
 */
export const CARE_REASONS = ['message', 'ask', 'thanks', 'outcome', 'stillTrue'] as const
export const CareReasonKind = z.enum(CARE_REASONS)
export type CareReasonKind = z.infer<typeof CareReasonKind>

/** A reason with what it is about: the post or the open ask that I may see, or the thread. */
export const CareReason = z.object({
  reason: CareReasonKind,
  about: z.object({ post: PostId, subject: Subject }).nullable(),
  ask: z.object({ post: PostId, title: z.string() }).nullable(),
  thread: ThreadId.nullable(),
})
export type CareReason = z.infer<typeof CareReason>

/** What I alone know of my side of a tie. Nothing of it comes from what only the other knows. */
export const TieCare = z.object({
  tie: TieId,
  /** The day, in UTC, on which we last exchanged anything; the tie's first one at the least. */
  lastExchange: z.iso.date(),
  /** The shortest rhythm of the circles that it is in; null: none of them has one. */
  rhythm: Rhythm.nullable(),
  /** The day on which we spoke elsewhere, as I said last. */
  spokeOn: z.iso.date().nullable(),
  /** Whether I am asked by now if we are still acquainted, or closer. */
  closenessAsked: z.boolean(),
})
export type TieCare = z.infer<typeof TieCare>

/** A tie that has waited longer than its rhythm, and why it is a good moment. */
export const DueTie = TieCare.extend({ person: ShownTie, reasons: z.array(CareReason).min(1) })
export type DueTie = z.infer<typeof DueTie>

/** A tie that waits for something of mine: an answer, thanks, or what became of something. */
export const OwedTie = z.object({ tie: TieId, person: ShownTie, reasons: z.array(CareReason).min(1) })
export type OwedTie = z.infer<typeof OwedTie>

/** Whom I could turn to, the closest first, and of whom I am asked how close we are. */
export const Care = z.object({
  due: z.array(DueTie).max(LIMITS.dueTies),
  /** Whether there are others. */
  more: z.boolean(),
  asked: z.array(z.object({ tie: TieId, person: ShownTie })).max(LIMITS.closenessQuestions),
  /** Whether any circle of mine has a rhythm. */
  rhythms: z.boolean(),
})
export type Care = z.infer<typeof Care>

/** On which day we spoke outside of Kith; today where it is not said. */
export const SaySpoke = z.strictObject({ on: z.iso.date().optional() })
export type SaySpoke = z.infer<typeof SaySpoke>

/** It is as I said; or ask me again in a month. */
export const AnswerClosenessQuestion = z.strictObject({ answer: z.enum(['same', 'later']) })
export type AnswerClosenessQuestion = z.infer<typeof AnswerClosenessQuestion>
