import { z } from 'zod'
import { PostId } from './ids.ts'
import { ShownPerson } from './people.ts'
import { Subject } from './recommendations.ts'

/** Whether a post of mine is about the same thing as what somebody else recommends. Nobody else is asked, nobody is told. */
export const Likeness = z.object({
  /** What looks the same, as the strongest voice on it that I hear tells it; null where there is nothing to ask. */
  asked: z.object({ subject: Subject, person: ShownPerson, post: PostId }).nullable(),
  /** Whether a yes of mine brought my post to the subject that it has now, so that it can go back. */
  moved: z.boolean(),
})
export type Likeness = z.infer<typeof Likeness>

/** Yes moves my own post to that subject; no is remembered. */
export const AnswerLikeness = z.strictObject({ same: z.boolean() })
export type AnswerLikeness = z.infer<typeof AnswerLikeness>
