import { z } from 'zod'
import { PersonId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { NamedPerson } from './people.ts'

/** A tie of mine in the picture, and whom of those right behind him I may name. */
export const DrawnTie = z.object({
  person: PersonId,
  beyond: z.array(NamedPerson).max(LIMITS.drawnBeyond),
  /** Whether more comes through him, whatever the number. */
  more: z.boolean(),
})
export type DrawnTie = z.infer<typeof DrawnTie>

/** Those of my ties that are drawn one by one, the closest first by my own word; the others are in `Ties` alone. */
export const NetworkPicture = z.object({ drawn: z.array(DrawnTie).max(LIMITS.drawnTies) })
export type NetworkPicture = z.infer<typeof NetworkPicture>
