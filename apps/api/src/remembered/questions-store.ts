import { and, asc, eq, gt, isNotNull, lte, notExists, or } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { keepRecommendation } from '../database/living-recommendations.ts'
import { outcome } from '../database/tables/experience-tables.ts'
import { outcomeQuestion } from '../database/tables/remembered-tables.ts'

export interface DueQuestion {
  readonly post: number
  readonly askAt: Date
  readonly contactOpened: boolean
}

export interface NewQuestion {
  readonly viewer: number
  readonly post: number
  readonly askAt: Date
  readonly contactOpened: boolean
}

/**
 * What the viewer is to be asked by now and has not said, the longest waiting first, behind one of them or from the start.
 */
export async function listDue(
  db: Db,
  viewer: number,
  { now, after, limit }: { now: Date; after: DueQuestion | undefined; limit: number },
): Promise<DueQuestion[]> {
  const { post, askAt, contactOpened } = outcomeQuestion
  const behind = after && or(gt(askAt, after.askAt), and(eq(askAt, after.askAt), gt(post, after.post)))
  const said = db
    .select({ post: outcome.post })
    .from(outcome)
    .where(and(eq(outcome.person, viewer), eq(outcome.post, post)))
  const rows = await db
    .select({ post, askAt, contactOpened })
    .from(outcomeQuestion)
    .where(and(eq(outcomeQuestion.viewer, viewer), lte(askAt, now), behind, notExists(said)))
    .orderBy(asc(askAt), asc(post))
    .limit(limit)
  return rows.flatMap((row) => (row.askAt === null ? [] : [{ ...row, askAt: row.askAt }]))
}

/** Notes a question. One that is there keeps its moment, or that it is never to be asked. False when the post is gone. */
export async function noteQuestion(tx: Db, made: NewQuestion): Promise<boolean> {
  if ((await keepRecommendation(tx, made.post)) === undefined) return false
  const row = tx.insert(outcomeQuestion).values(made)
  if (!made.contactOpened) await row.onConflictDoNothing()
  else {
    const target = [outcomeQuestion.viewer, outcomeQuestion.post]
    await row.onConflictDoUpdate({ target, set: { contactOpened: true } })
  }
  return true
}

/** Asks at another moment, or never. False where there is no question. */
export async function moveQuestion(
  tx: Db,
  { viewer, post, askAt }: { viewer: number; post: number; askAt: Date | null },
): Promise<boolean> {
  const moved = await tx
    .update(outcomeQuestion)
    .set({ askAt })
    .where(isQuestion(viewer, post))
    .returning({ post: outcomeQuestion.post })
  return moved.length > 0
}

/** What was only remembered, and is no longer, is not asked about either; "never" stays. */
export async function dropQuestion(tx: Db, viewer: number, post: number): Promise<void> {
  await tx
    .delete(outcomeQuestion)
    .where(
      and(
        isQuestion(viewer, post),
        eq(outcomeQuestion.contactOpened, false),
        isNotNull(outcomeQuestion.askAt),
      ),
    )
}

function isQuestion(viewer: number, post: number) {
  return and(eq(outcomeQuestion.viewer, viewer), eq(outcomeQuestion.post, post))
}
