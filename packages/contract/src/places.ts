import { z } from 'zod'
import { LIMITS } from './limits.ts'

/** The number of an entry of the gazetteer, which is GeoNames' own. */
export const PlaceId = z.int().min(1).max(2_147_483_647)
export type PlaceId = z.infer<typeof PlaceId>

/** The same number as it stands in an address. */
export const PlaceNumber = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .pipe(PlaceId)

/** A town or village of the gazetteer, the same for everybody. */
export const Place = z.object({
  id: PlaceId,
  /** In the reader's language, where the gazetteer knows it. */
  name: z.string(),
  /** ISO 3166, two letters. */
  country: z.string(),
  /** The state or county as GeoNames codes it; tells places of one name apart. */
  region: z.string(),
})
export type Place = z.infer<typeof Place>

export const PlaceQuery = z.strictObject({ q: z.string().trim().min(1).max(LIMITS.place) })
export type PlaceQuery = z.infer<typeof PlaceQuery>

/** Places whose names begin so, accents aside, the most populous first. */
export const Places = z.object({ places: z.array(Place) })
export type Places = z.infer<typeof Places>
