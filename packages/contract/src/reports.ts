import { z } from 'zod'
import { CommentId, GuestAnswerId, MessageId, PostId, ReportId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Handle } from './people.ts'
import { prose } from './text.ts'

/** What somebody can report to the operator. */
export const ReportedKind = z.enum([
  'recommendation',
  'ask',
  'comment',
  'message',
  'person',
  'guestAnswer',
  'face',
])
export type ReportedKind = z.infer<typeof ReportedKind>

/**
 * Why: it says a false interest; it harms or names a private person; it is unlawful; it sells or repeats itself; it harasses; or
 * something else.
 */
export const ReportReason = z.enum(['interest', 'person', 'unlawful', 'selling', 'harassment', 'other'])
export type ReportReason = z.infer<typeof ReportReason>

const About = z.discriminatedUnion('what', [
  z.strictObject({ what: z.enum(['recommendation', 'ask']), id: PostId }),
  z.strictObject({ what: z.literal('comment'), id: CommentId }),
  z.strictObject({ what: z.literal('message'), id: MessageId }),
  z.strictObject({ what: z.literal('guestAnswer'), id: GuestAnswerId }),
  z.strictObject({ what: z.enum(['person', 'face']), handle: Handle }),
])

/** Only of what whoever reports may see now; it stays where it is. An interest is stated by recommendations alone. */
export const MakeReport = z
  .strictObject({ about: About, reason: ReportReason, words: prose(LIMITS.reportWords).nullable() })
  .refine(({ about, reason }) => reason !== 'interest' || about.what === 'recommendation', {
    error: 'only a recommendation states an interest',
    path: ['reason'],
  })
export type MakeReport = z.infer<typeof MakeReport>

/**
 * What the operator decided: nothing is done; its author is asked to change it; it was removed; its interest was raised; or an
 * objection was answered.
 */
export const CaseOutcome = z.enum(['dismissed', 'asked', 'removed', 'interest', 'answered'])
export type CaseOutcome = z.infer<typeof CaseOutcome>

export const Decision = z.object({ outcome: CaseOutcome, reasons: z.string(), at: z.iso.datetime() })
export type Decision = z.infer<typeof Decision>

/** Who stands on a side of a case, and may appeal once. */
export const CaseSide = z.enum(['reporter', 'author', 'objector'])
export type CaseSide = z.infer<typeof CaseSide>

/** A case as one of its sides has it. */
const Side = z.object({
  id: ReportId,
  what: ReportedKind,
  /** The operator's last word. */
  decision: Decision.nullable(),
  /** I wait for it, or for the next one since I appealed. */
  waiting: z.boolean(),
  /** What I appealed with. */
  appeal: z.string().nullable(),
  mayAppeal: z.boolean(),
})

/** Something that I reported. What it was about is named by its class alone. */
export const OwnReport = Side.extend({
  reason: ReportReason,
  words: z.string().nullable(),
  made: z.iso.datetime(),
})
export type OwnReport = z.infer<typeof OwnReport>

/** The newest first. */
export const OwnReports = z.object({ reports: z.array(OwnReport) })
export type OwnReports = z.infer<typeof OwnReports>

/** The fields that something said may have. */
export const SAID_FIELDS = [
  'title',
  'name',
  'handle',
  'creator',
  'trade',
  'role',
  'field',
  'place',
  'region',
  'interest',
  'interestWords',
  'why',
  'text',
  'forWhom',
  'notForWhom',
  'whenSaid',
  'price',
  'link',
  'contact',
  'occasion',
] as const
const SaidField = z.enum(SAID_FIELDS)
export type SaidField = z.infer<typeof SaidField>

/** What stands in something that was reported, field by field. */
export const Said = z.object({ field: SaidField, text: z.string() })
export type Said = z.infer<typeof Said>

/** That an operator opened something of mine: when, and why. */
export const OperatorLook = z.object({ at: z.iso.datetime(), why: z.string() })
export type OperatorLook = z.infer<typeof OperatorLook>

/** Something of mine that the operator opened or decided about. Who reported it, if anybody did, is told to nobody. */
export const CaseOfMine = Side.extend({ looks: z.array(OperatorLook), said: z.array(Said) })
export type CaseOfMine = z.infer<typeof CaseOfMine>

/** The newest first. */
export const CasesOfMine = z.object({ cases: z.array(CaseOfMine) })
export type CasesOfMine = z.infer<typeof CasesOfMine>

export const MakeAppeal = z.strictObject({ words: prose(LIMITS.reportWords) })
export type MakeAppeal = z.infer<typeof MakeAppeal>
