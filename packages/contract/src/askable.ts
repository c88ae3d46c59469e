import { z } from 'zod'
import { AskableId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { PlaceId } from './places.ts'
import { SubjectKind, TiesAudience } from './recommendations.ts'
import { line } from './text.ts'

/** "You can ask me about …": of which kind, where, and what in words of one's own. */
export const Askable = z.object({
  id: AskableId,
  kind: SubjectKind,
  place: z.string().nullable(),
  /** The entry of the gazetteer; absent where the place is free text alone. */
  placeId: PlaceId.optional(),
  words: z.string(),
})
export type Askable = z.infer<typeof Askable>

/** What a tie of mine can be asked about, as far as it is for me; the oldest first. */
export const Askables = z.object({ askables: z.array(Askable) })
export type Askables = z.infer<typeof Askables>

/** A line of my own, with those of my ties who see it. Nobody further ever does. */
export const OwnAskable = Askable.extend({ audience: TiesAudience })
export type OwnAskable = z.infer<typeof OwnAskable>

export const OwnAskables = z.object({ askables: z.array(OwnAskable) })
export type OwnAskables = z.infer<typeof OwnAskables>

export const MakeAskable = z.strictObject({
  kind: SubjectKind,
  place: line(LIMITS.place).nullable(),
  placeId: PlaceId.optional(),
  words: line(LIMITS.askable),
  audience: TiesAudience,
})
export type MakeAskable = z.infer<typeof MakeAskable>
