import { and, count, eq, exists, gt, or } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { keepRecommendation } from '../database/living-recommendations.ts'
import { comment } from '../database/tables/comment-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import { recommendation } from '../database/tables/post-tables.ts'

export interface NewComment {
  readonly id: string
  readonly post: number
  readonly writer: number
  readonly text: string
  readonly madeAt: Date
}

/** How many comments the writer has made since then; makes his comments take turns, so that a limit holds. */
export async function countComments(tx: Db, writer: number, since: Date): Promise<number> {
  await tx.select({ no: person.no }).from(person).where(eq(person.no, writer)).for('no key update')
  const [row] = await tx
    .select({ n: count() })
    .from(comment)
    .where(and(eq(comment.writer, writer), gt(comment.madeAt, since)))
  return row?.n ?? 0
}

/** False when the recommendation was deleted meanwhile. */
export async function insertComment(tx: Db, made: NewComment): Promise<boolean> {
  const isThere = await keepRecommendation(tx, made.post)
  if (isThere) await tx.insert(comment).values(made)
  return isThere
}

/** For good, by its writer or the recommendation's author; false for anybody else, and where there is none. */
export async function deleteComment(tx: Db, id: string, by: number): Promise<boolean> {
  const isBelowOwn = exists(
    tx
      .select({ post: recommendation.post })
      .from(recommendation)
      .where(and(eq(recommendation.post, comment.post), eq(recommendation.author, by))),
  )
  const gone = await tx
    .delete(comment)
    .where(and(eq(comment.id, id), or(eq(comment.writer, by), isBelowOwn)))
    .returning({ id: comment.id })
  return gone.length > 0
}
