import { z } from 'zod'
import { MoveId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { ShownPerson, ShownTie } from './people.ts'
import { SubjectKind } from './recommendations.ts'
import { line } from './text.ts'

/** What I say of a recommendation that I followed. */
export const Outcome = z.enum(['helped', 'letDown'])
export type Outcome = z.infer<typeof Outcome>

/** Told to nobody. With a let-down one sentence may go back to the author; null: none does. */
export const SayOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('helped') }),
  z.strictObject({ outcome: z.literal('letDown'), sentence: line(LIMITS.sentence).nullable() }),
])
export type SayOutcome = z.infer<typeof SayOutcome>

/** What I said of a recommendation; null: nothing yet. */
export const MyOutcome = z.object({
  outcome: Outcome.nullable(),
  sentence: z.string().nullable(),
  /** Those of my ties who count more or less with me because of it; not where I took that back. */
  moved: z.array(ShownTie),
})
export type MyOutcome = z.infer<typeof MyOutcome>

/** What somebody whom my recommendation let down sends back to me. Without a chain that lives he is "somebody". */
export const Sentence = z.object({ person: ShownPerson, text: z.string(), said: z.iso.datetime() })
export type Sentence = z.infer<typeof Sentence>

/** A page of them, the latest first. */
export const Sentences = z.object({ sentences: z.array(Sentence), cursor: z.string().nullable() })
export type Sentences = z.infer<typeof Sentences>

/** Why my side of a tie moved: he recommended it himself, it came through him, or I want less of this kind from him. */
export const MoveCause = z.enum(['recommended', 'carried', 'less'])
export type MoveCause = z.infer<typeof MoveCause>

/**
 * How much it moved, in words. Of what came through somebody it is "part": how much of it was his share depends on what
 * others say of each other.
 */
export const MoveSize = z.enum(['little', 'clear', 'much', 'part'])
export type MoveSize = z.infer<typeof MoveSize>

/** Why a move counts for nothing any more: I was mistaken, or we two talked about what let me down. */
export const TakenBackBecause = z.enum(['mistaken', 'talked'])
export type TakenBackBecause = z.infer<typeof TakenBackBecause>

/** Only what let me down can be talked about. */
export const TakeMoveBack = z.strictObject({ because: TakenBackBecause })
export type TakeMoveBack = z.infer<typeof TakeMoveBack>

/** Something that moved my side of a tie. */
export const Move = z.object({
  id: MoveId,
  cause: MoveCause,
  outcome: Outcome,
  kind: SubjectKind,
  /** What it was about; null for a kind as a whole, and where I may not see the recommendation any more. */
  title: z.string().nullable(),
  size: MoveSize,
  at: z.iso.datetime(),
  /** When I took it back; it counts for nothing since. */
  undone: z.object({ at: z.iso.datetime(), because: TakenBackBecause }).nullable(),
})
export type Move = z.infer<typeof Move>

/** The latest first. */
export const Moves = z.object({ moves: z.array(Move), cursor: z.string().nullable() })
export type Moves = z.infer<typeof Moves>

/** Less of one kind from one person: counts as a let-down for this kind alone. */
export const LessOfKind = z.strictObject({ kind: SubjectKind })
export type LessOfKind = z.infer<typeof LessOfKind>
