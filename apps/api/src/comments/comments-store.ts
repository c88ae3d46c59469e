import { and, count, eq, exists, gt, or, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { keepRecommendation } from '../database/living-recommendations.ts'
import { comment, commentWritten } from '../database/tables/comment-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import { post, recommendation } from '../database/tables/post-tables.ts'
import { block } from '../database/tables/tie-tables.ts'

// So many who spoke before are told of a comment.
const CONCERNED = 50

export interface NewComment {
  readonly id: string
  readonly post: number
  readonly writer: number
  readonly text: string
  readonly madeAt: Date
}

/** How many comments the writer has made since then, gone ones too; makes his comments take turns, so that a limit holds. */
export async function countComments(tx: Db, writer: number, since: Date): Promise<number> {
  await tx.select({ no: person.no }).from(person).where(eq(person.no, writer)).for('no key update')
  const [row] = await tx
    .select({ n: count() })
    .from(commentWritten)
    .where(and(eq(commentWritten.writer, writer), gt(commentWritten.madeAt, since)))
  return row?.n ?? 0
}

/** Its number; undefined when the recommendation was deleted meanwhile. */
export async function insertComment(tx: Db, made: NewComment): Promise<number | undefined> {
  if ((await keepRecommendation(tx, made.post)) === undefined) return undefined
  const { writer, madeAt } = made
  await tx.insert(commentWritten).values({ writer, madeAt })
  const [row] = await tx.insert(comment).values(made).returning({ no: comment.no })
  return row?.no
}

/**
 * Whom a new comment concerns: the post's author, and those of its writers who said something last. Nobody whom a block
 * keeps apart from the one who writes now.
 */
export async function findConcerned(
  tx: Db,
  postNo: number,
  writer: number,
): Promise<{ author: number[]; before: number[] }> {
  const rows = await tx.execute<{ person: number; isAuthor: boolean }>(sql`
    select w.person, w.person = r.author as "isAuthor"
    from ${recommendation} r
    cross join lateral (
      select r.author as person
      union (select c.writer from ${comment} c where c.post = r.post group by c.writer
             order by max(c.no) desc limit ${CONCERNED})
    ) w
    where r.post = ${postNo} and w.person <> ${writer} and not exists (
      select from ${block} b where (b.blocker = ${writer} and b.blocked = w.person)
        or (b.blocker = w.person and b.blocked = ${writer}))`)
  const numbers = (isAuthor: boolean) =>
    rows.filter((row) => row.isAuthor === isAuthor).map(({ person: no }) => no)
  return { author: numbers(true), before: numbers(false) }
}

/** The post that a comment stands below, by id, and who wrote it. */
export async function findComment(db: Db, id: string): Promise<{ post: string; writer: number } | undefined> {
  const [row] = await db
    .select({ post: post.id, writer: comment.writer })
    .from(comment)
    .innerJoin(post, eq(post.no, comment.post))
    .where(eq(comment.id, id))
  return row
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
