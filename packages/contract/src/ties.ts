import { z } from 'zod'
import { CircleId, PersonId, TieRequestId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Closeness, Handle, TieView } from './people.ts'

export const Ties = z.object({ ties: z.array(TieView) })
export type Ties = z.infer<typeof Ties>

/** What I keep about a tie. Absent stays as it is; closeness null means unsorted. */
export const ChangeTie = z
  .strictObject({
    closeness: Closeness.nullable(),
    circles: z.array(CircleId).max(LIMITS.circles),
    paused: z.boolean(),
    offers: z.enum(['yes', 'no']),
  })
  .partial()
export type ChangeTie = z.infer<typeof ChangeTie>

export const SortTie = z.strictObject({
  closeness: Closeness.nullable(),
  circles: z.array(CircleId).max(LIMITS.circles),
})
export type SortTie = z.infer<typeof SortTie>

export const MakeTieRequest = z.strictObject({ handle: Handle })
export type MakeTieRequest = z.infer<typeof MakeTieRequest>

/** Both parties of a request see each other's name. */
export const TieRequest = z.object({
  id: TieRequestId,
  person: z.object({ handle: z.string(), name: z.string() }),
  made: z.iso.datetime(),
})
export type TieRequest = z.infer<typeof TieRequest>

/** Declined, blocked and unanswered requests of mine all look pending until day 30. */
export const TieRequests = z.object({ incoming: z.array(TieRequest), outgoing: z.array(TieRequest) })
export type TieRequests = z.infer<typeof TieRequests>

export const MakeBlock = z.strictObject({ person: PersonId })
export type MakeBlock = z.infer<typeof MakeBlock>

export const Block = z.object({
  person: PersonId,
  name: z.string(),
  since: z.iso.datetime(),
  /** A block stays for at least seven days. */
  mayEnd: z.iso.datetime(),
})
export type Block = z.infer<typeof Block>

export const Blocks = z.object({ blocks: z.array(Block) })
export type Blocks = z.infer<typeof Blocks>
