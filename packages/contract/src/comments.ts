import { z } from 'zod'
import { CommentId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { ShownPerson } from './people.ts'
import { prose } from './text.ts'

export const MakeComment = z.strictObject({ text: prose(LIMITS.comment) })
export type MakeComment = z.infer<typeof MakeComment>

/** What somebody said below a recommendation. Whom the reader may not name is "somebody", and no two of them are told apart. */
export const Comment = z.object({
  id: CommentId,
  person: ShownPerson,
  /** Whether the author of the recommendation says it. */
  byAuthor: z.boolean(),
  text: z.string(),
  made: z.iso.datetime(),
  /** Whether the reader may remove it: his own, and all below a recommendation of his. */
  removable: z.boolean(),
})
export type Comment = z.infer<typeof Comment>

/** Oldest first. `count` is of those that the reader may read, on this page or not. */
export const Comments = z.object({
  comments: z.array(Comment),
  count: z.int(),
  cursor: z.string().nullable(),
})
export type Comments = z.infer<typeof Comments>
