import { z } from 'zod'
import { LIMITS } from './limits.ts'
import { Voice } from './recommendations.ts'
import { prose } from './text.ts'

/** Why I want to find it again; absent stays as it is. Nobody else reads it. */
export const Remember = z.strictObject({ reason: prose(LIMITS.reason).nullable() }).partial()
export type Remember = z.infer<typeof Remember>

/** What I want to find again and may still see. */
export const Remembered = z.object({ voice: Voice, since: z.iso.datetime() })
export type Remembered = z.infer<typeof Remembered>

/** Newest first. */
export const RememberedPage = z.object({
  remembered: z.array(Remembered),
  cursor: z.string().nullable(),
})
export type RememberedPage = z.infer<typeof RememberedPage>
