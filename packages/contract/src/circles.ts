import { z } from 'zod'
import { CircleId } from './ids.ts'
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
  })
  .partial()
export type ChangeCircle = z.infer<typeof ChangeCircle>
