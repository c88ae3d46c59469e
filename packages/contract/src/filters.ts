import { z } from 'zod'
import { CircleId } from './ids.ts'
import { PlaceNumber } from './places.ts'
import { SubjectKind } from './recommendations.ts'

/** Within how many kilometres of a place, in the writing of an address. */
export const RADII = ['5', '15', '50', '100'] as const
export const Radius = z.enum(RADII)
export type Radius = z.infer<typeof Radius>
export const USUAL_RADIUS: Radius = '15'

/** How old a recommendation may be, counted from when it was last said to be true. */
export const Age = z.enum(['week', 'month', 'year'])
export type Age = z.infer<typeof Age>

/** The filters of feed and search; they combine. `kinds` is a comma-separated list, `km` counts from `near`. */
export const FILTERS = {
  kinds: z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(SubjectKind).max(10))
    .optional(),
  circle: CircleId.optional(),
  near: PlaceNumber.optional(),
  km: Radius.optional(),
  age: Age.optional(),
  /** Only what its author lived through himself. */
  basis: z.literal('own').optional(),
}

const Filters = z.strictObject(FILTERS)
export type Filters = z.infer<typeof Filters>
