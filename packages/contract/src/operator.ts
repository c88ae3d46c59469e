import { z } from 'zod'
import { ReportId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { NamedPerson } from './people.ts'
import { CaseSide, Decision, ReportedKind, ReportReason, Said } from './reports.ts'
import { line, prose } from './text.ts'

/** Something that waits for the operator. What it is about is not here: that is opened with a reason. */
export const OperatorCase = z.object({
  id: ReportId,
  what: z.enum([...ReportedKind.options, 'objection']),
  reason: ReportReason,
  words: z.string().nullable(),
  made: z.iso.datetime(),
  /** What somebody without an account objects to. */
  objection: z.object({ name: z.string(), entry: z.string(), why: z.string() }).nullable(),
  /** Found for an objection. */
  found: z.boolean(),
  decisions: z.array(Decision),
  /** Those that wait for a decision. */
  appeals: z.array(z.object({ by: CaseSide, words: z.string() })),
  /** Until when it is open to me; null where I have not opened it. */
  openUntil: z.iso.datetime().nullable(),
  /** Another operator decides: this one did before, or stands on one of its sides. */
  othersTurn: z.boolean(),
})
export type OperatorCase = z.infer<typeof OperatorCase>

/** Those without a decision, the oldest first. */
export const OperatorCases = z.object({ cases: z.array(OperatorCase) })
export type OperatorCases = z.infer<typeof OperatorCases>

/** Opening takes a reason, which whoever wrote it is shown afterwards. */
export const OpenCase = z.strictObject({ why: prose(LIMITS.lookWhy) })
export type OpenCase = z.infer<typeof OpenCase>

export const OpenedCase = z.object({ until: z.iso.datetime() })
export type OpenedCase = z.infer<typeof OpenedCase>

/** What was reported, as it stands now; a message as it stood then; what was removed, as it stood before. */
export const CaseContent = z.object({ said: z.array(Said), photo: z.boolean(), until: z.iso.datetime() })
export type CaseContent = z.infer<typeof CaseContent>

/** Looks for recommendations with exactly these words, for an objection. Each of them becomes a case that is open for a while. */
export const SearchForObjection = z.strictObject({ words: line(LIMITS.search), why: prose(LIMITS.lookWhy) })
export type SearchForObjection = z.infer<typeof SearchForObjection>

export const FoundForObjection = z.object({ found: z.int() })
export type FoundForObjection = z.infer<typeof FoundForObjection>

const reasons = prose(LIMITS.decisionReasons)

export const Decide = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.enum(['dismissed', 'asked', 'removed', 'answered']), reasons }),
  z.strictObject({
    outcome: z.literal('interest'),
    reasons,
    interest: z.enum(['connected', 'paid']),
    interestWords: line(LIMITS.interestWords),
  }),
])
export type Decide = z.infer<typeof Decide>

/** How the house stands: numbers alone. */
export const OperatorOverview = z.object({
  health: z.object({ databaseMs: z.number(), lagMs: z.number(), processes: z.int() }),
  queue: z.object({ cases: z.int(), jobs: z.int().nullable() }),
  versions: z.object({ kith: z.string(), node: z.string(), postgres: z.string(), schema: z.string() }),
  people: z.int(),
  /** Of the last days, the latest first, in UTC. */
  signUps: z.array(z.object({ day: z.iso.date(), count: z.int() })),
})
export type OperatorOverview = z.infer<typeof OperatorOverview>

/** Operators know each other by name. */
export const Operators = z.object({ operators: z.array(NamedPerson) })
export type Operators = z.infer<typeof Operators>
