import { z } from 'zod'
import { Ask } from './asks.ts'
import { PassId, PersonId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { ShownTie } from './people.ts'
import { SubjectKind, Voice } from './recommendations.ts'
import { line } from './text.ts'

/**
 * Points one of my ties to somebody else's post: "this is for you because …". It grants nothing, and whether he may see the
 * post I do not learn: the answer is always the same.
 */
export const PassOn = z.strictObject({ to: PersonId, sentence: line(LIMITS.passSentence).nullable() })
export type PassOn = z.infer<typeof PassOn>

/** By which I may take it back. */
export const Passed = z.object({ id: PassId })
export type Passed = z.infer<typeof Passed>

/** What one of my ties passed on or addressed to me, or wants to recommend me for. */
export const ForMeItem = z.object({
  reason: z.enum(['passed', 'addressed', 'asked']),
  from: ShownTie,
  sentence: z.string().nullable(),
  at: z.iso.datetime(),
  unseen: z.boolean(),
  voice: Voice,
})
export type ForMeItem = z.infer<typeof ForMeItem>

/** An open ask that one of my ties put to me directly. */
export const AskedOfMe = z.object({ from: ShownTie, at: z.iso.datetime(), unseen: z.boolean(), ask: Ask })
export type AskedOfMe = z.infer<typeof AskedOfMe>

/** Newest first; only what I may see now. */
export const ForMe = z.object({
  /** On the first page alone. */
  asks: z.array(AskedOfMe),
  items: z.array(ForMeItem),
  /** When this was read: what I have seen with it. */
  asOf: z.iso.datetime(),
  cursor: z.string().nullable(),
})
export type ForMe = z.infer<typeof ForMe>

/** From this tie, or of this kind, nothing shall come to me any more. Nobody is told. */
export const CloseForMe = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('person'), person: PersonId }),
  z.strictObject({ what: z.literal('kind'), kind: SubjectKind }),
])
export type CloseForMe = z.infer<typeof CloseForMe>

/** For whom and for what I am closed. */
export const ClosedForMe = z.object({ people: z.array(ShownTie), kinds: z.array(SubjectKind) })
export type ClosedForMe = z.infer<typeof ClosedForMe>
