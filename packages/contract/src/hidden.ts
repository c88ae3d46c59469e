import { z } from 'zod'
import { Ask } from './asks.ts'
import { ShownPerson } from './people.ts'
import { Voice } from './recommendations.ts'

/** Of a recommendation with a name on it everything that this person says may be hidden; else that one post. */
export const Hide = z.strictObject({ what: z.enum(['person', 'post']) })
export type Hide = z.infer<typeof Hide>

/** Takes a hiding back. Sealed and another one each time, so that it tells nothing of whom it hides. */
export const HiddenKey = z.string().max(200).brand('HiddenKey')
export type HiddenKey = z.infer<typeof HiddenKey>

export const Hidden = z.object({ key: HiddenKey })
export type Hidden = z.infer<typeof Hidden>

/** What I chose not to hear. */
export const HiddenVoices = z.object({
  /** Somebody whom I may not name any more is "somebody". */
  people: z.array(z.object({ key: HiddenKey, person: ShownPerson })),
  /** Only what I may still see. */
  posts: z.array(z.object({ key: HiddenKey, voice: Voice })),
  asks: z.array(z.object({ key: HiddenKey, ask: Ask })),
})
export type HiddenVoices = z.infer<typeof HiddenVoices>
