import { z } from 'zod'
import { LIMITS } from './limits.ts'
import { ShownPerson, ShownTie } from './people.ts'
import { Voice } from './recommendations.ts'
import { prose } from './text.ts'

/** Words that go along with thanks, read by everybody on the way back; absent stay as they are. */
export const Thank = z.strictObject({ words: prose(LIMITS.thanks).nullable() }).partial()
export type Thank = z.infer<typeof Thank>

/** To whom my thanks go first: the author himself, or my tie on the way to him. */
export const Thanked = z.object({ through: ShownPerson })
export type Thanked = z.infer<typeof Thanked>

/** Thanks that came back to me. Of the way that they take everybody sees his neighbours alone. */
export const ReceivedThanks = z.object({
  /** What they are for: mine, or what travelled through me. */
  voice: Voice,
  /** Whoever thanks: my neighbour, or somebody behind him, who is never named. */
  from: ShownPerson,
  /** My neighbour from whom it came to me; null where it is mine. */
  to: ShownTie.nullable(),
  words: z.string().nullable(),
  at: z.iso.datetime(),
})
export type ReceivedThanks = z.infer<typeof ReceivedThanks>

/** Newest first. */
export const ThanksPage = z.object({ thanks: z.array(ReceivedThanks), cursor: z.string().nullable() })
export type ThanksPage = z.infer<typeof ThanksPage>
