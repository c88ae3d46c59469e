import { z } from 'zod'
import { OwedTie } from './care.ts'
import { PostId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { ShownPerson } from './people.ts'
import { Subject } from './recommendations.ts'

/** Meteorological, on the northern half of the earth: spring begins on the first of March. */
export const SEASONS = ['winter', 'spring', 'summer', 'autumn'] as const
export const SeasonName = z.enum(SEASONS)
export type SeasonName = z.infer<typeof SeasonName>

/** A season of a year, as "2026-autumn". A winter is of the year of its December. */
export const SeasonKey = z.string().regex(/^[1-9]\d{3}-(winter|spring|summer|autumn)$/)
export type SeasonKey = z.infer<typeof SeasonKey>

export const Season = z.object({
  key: SeasonKey,
  name: SeasonName,
  /** The year that it begins in. */
  year: z.int(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
})
export type Season = z.infer<typeof Season>

/** Something that helped: what it was, by its subject, and who is on the other side of it. */
const Favour = z.object({ person: ShownPerson, post: PostId, subject: Subject })

/** Of somebody else's: I said that it helped, or thanked for it. */
export const ReceivedFavour = Favour.extend({ thanked: z.boolean() })
export type ReceivedFavour = z.infer<typeof ReceivedFavour>

/** Thanks came back to me. What it did for those who say nothing I do not know. */
export const GivenFavour = Favour.extend({
  /** It is not mine: it went through me. */
  carried: z.boolean(),
})
export type GivenFavour = z.infer<typeof GivenFavour>

/** I was brought together with somebody; nobody where he is not here. */
export const IntroducedFavour = z.object({ by: ShownPerson, to: ShownPerson.nullable() })
export type IntroducedFavour = z.infer<typeof IntroducedFavour>

/** I brought two together; one where the other is not here. */
export const BroughtFavour = z.object({ people: z.array(ShownPerson).min(1).max(2) })
export type BroughtFavour = z.infer<typeof BroughtFavour>

/** What happened in a season between me and those around me, as far as I may see it now. For me alone. */
export const Letter = z.object({
  season: Season,
  /** Whether it is not over yet. */
  running: z.boolean(),
  /** The nearest seasons before and after it that hold something. */
  earlier: Season.nullable(),
  later: Season.nullable(),
  received: z.array(ReceivedFavour).max(LIMITS.favours),
  given: z.array(GivenFavour).max(LIMITS.favours),
  introduced: z.array(IntroducedFavour).max(LIMITS.favours),
  brought: z.array(BroughtFavour).max(LIMITS.favours),
  /** Who waits for something of mine now; nobody in a letter that is older than the last whole season's. */
  waiting: z.array(OwedTie).max(LIMITS.dueTies),
})
export type Letter = z.infer<typeof Letter>

/** I have read the letter of this season. */
export const OpenLetter = z.strictObject({ season: SeasonKey })
export type OpenLetter = z.infer<typeof OpenLetter>
