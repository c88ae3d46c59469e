import { z } from 'zod'
import { ShownTie } from './people.ts'

/** Ties whom a change of mine let in or out; `more` counts those beyond the named, and those who are no ties any more. */
export const Moved = z.object({ ties: z.array(ShownTie), more: z.int() })
export type Moved = z.infer<typeof Moved>

/** One change that I made to who can see a post of mine. Of those beyond my ties nothing is told. */
export const AudienceChange = z.object({ at: z.iso.datetime(), cameIn: Moved, wentOut: Moved })
export type AudienceChange = z.infer<typeof AudienceChange>

/**
 * The latest changes that an author made to who of his ties can see a post, newest first. Who came or went with a tie, a
 * circle or a block is not in it.
 */
export const AudienceHistory = z.object({ changes: z.array(AudienceChange) })
export type AudienceHistory = z.infer<typeof AudienceHistory>
