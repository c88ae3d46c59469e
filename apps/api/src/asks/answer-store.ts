import { and, count, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { answer, ask } from '../database/tables/ask-tables.ts'
import { post, recommendation } from '../database/tables/post-tables.ts'

/** A recommendation of the helper's own, as far as it matters whether it may answer. */
export interface Said {
  readonly no: number
  readonly form: string
  readonly interest: string | null
  readonly why: string | null
}

/** The helper's own recommendation, locked; undefined where there is none. */
export async function lockAnswering(tx: Db, author: number, id: string): Promise<Said | undefined> {
  const [row] = await tx
    .select({ no: post.no, form: post.form, interest: recommendation.interest, why: recommendation.why })
    .from(post)
    .innerJoin(recommendation, eq(recommendation.post, post.no))
    .where(and(eq(post.id, id), eq(post.author, author), isNull(post.deletedAt)))
    .for('update')
  return row
}

/** Keeps an ask from being closed before the transaction ends. Answers who asks; undefined where it is over. */
export async function lockOpen(tx: Db, no: number, at: Date): Promise<number | undefined> {
  const [row] = await tx
    .select({ author: post.author })
    .from(post)
    .where(and(eq(post.no, no), isNull(post.deletedAt), gt(post.expiresAt, at)))
    .for('share')
  return row?.author
}

/** Whether it was not there before. */
export async function insertAnswer(tx: Db, given: { ask: number; post: number; at: Date }): Promise<boolean> {
  const made = await tx
    .insert(answer)
    .values({ ask: given.ask, post: given.post, madeAt: given.at })
    .onConflictDoNothing()
    .returning({ ask: answer.ask })
  return made.length > 0
}

/** With how many of his recommendations somebody answered an ask. */
export async function countAnswers(tx: Db, no: number, helper: number): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(answer)
    .innerJoin(post, eq(post.no, answer.post))
    .where(and(eq(answer.ask, no), eq(post.author, helper)))
  return row?.n ?? 0
}

/** Notes whether whoever answered may see who asks; answers who that is. Undefined where there is no such answer. */
export async function showAsker(
  tx: Db,
  { ask: no, post: id, shown }: { ask: number; post: string; shown: boolean },
): Promise<number | undefined> {
  const [row] = await tx
    .update(answer)
    .set({ shown })
    .from(post)
    .where(and(eq(answer.ask, no), eq(answer.post, post.no), eq(post.id, id)))
    .returning({ helper: post.author })
  return row?.helper
}

/** Deletes an answer for good; an ask that was solved by it is solved by nobody in particular. Undefined where there was none. */
export async function deleteAnswer(
  tx: Db,
  gone: { ask: string; post: number },
): Promise<{ ask: number; asker: number } | undefined> {
  const [row] = await tx
    .select({ ask: ask.post, asker: ask.author })
    .from(answer)
    .innerJoin(ask, eq(ask.post, answer.ask))
    .innerJoin(post, eq(post.no, ask.post))
    .where(and(eq(post.id, gone.ask), eq(answer.post, gone.post)))
  if (!row) return undefined
  await tx.delete(answer).where(and(eq(answer.ask, row.ask), eq(answer.post, gone.post)))
  await tx
    .update(ask)
    .set({ solvedBy: null })
    .where(and(eq(ask.post, row.ask), eq(ask.solvedBy, gone.post)))
  return row
}
