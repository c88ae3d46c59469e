import { z } from 'zod'
import { Rhythm } from './care.ts'
import { CircleId, TieId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { CircleKind } from './people.ts'
import { line } from './text.ts'

/** One of my circles. Nobody else ever sees its name or who is in it. */
export const Circle = z.object({
  id: CircleId,
  /** Null for a ready-made circle that keeps its name in the reader's language. */
  name: z.string().nullable(),
  kind: CircleKind,
  readyMade: z.boolean(),
  position: z.int(),
  /** After how long without any exchange I am told of those in it; null: never. */
  rhythm: Rhythm.nullable(),
  count: z.int(),
})
export type Circle = z.infer<typeof Circle>

export const Circles = z.object({ circles: z.array(Circle) })
export type Circles = z.infer<typeof Circles>

/** A new circle; `kind` gives its ring pattern. */
export const MakeCircle = z.strictObject({ name: line(LIMITS.circleName), kind: CircleKind })
export type MakeCircle = z.infer<typeof MakeCircle>

export const ChangeCircle = z
  .strictObject({
    name: line(LIMITS.circleName),
    kind: CircleKind,
    position: z
      .int()
      .min(0)
      .max(LIMITS.circles - 1),
    rhythm: Rhythm.nullable(),
  })
  .partial()
export type ChangeCircle = z.infer<typeof ChangeCircle>

const SomeTies = z.array(TieId).max(LIMITS.sortedAtOnce)

/** Puts ties of mine into a circle and takes others out; whoever is where he shall be stays. */
export const ChangeMembers = z.strictObject({ add: SomeTies, remove: SomeTies })
export type ChangeMembers = z.infer<typeof ChangeMembers>

const SomeCircles = z.array(CircleId).max(LIMITS.circles)

/** A sorting before it is done: of ties of mine, or of somebody who is about to become one. */
export const PreviewSorting = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('ties'), ties: SomeTies.min(1), add: SomeCircles, remove: SomeCircles }),
  z.strictObject({ of: z.literal('newcomer'), add: SomeCircles }),
])
export type PreviewSorting = z.infer<typeof PreviewSorting>

/** Some of my own recommendations: how many, and what the newest are called. */
const OwnOnes = z.object({ count: z.int(), titles: z.array(z.string()).max(LIMITS.namedPerSorting) })

/** What of mine would be seen, or not be seen any more, by at least one of those who are sorted. */
export const SortingPreview = z.object({ opens: OwnOnes, closes: OwnOnes })
export type SortingPreview = z.infer<typeof SortingPreview>
