import { type PostId, SubjectId } from '@kith/contract'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { violatedConstraint } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import { likenessAnswer } from '../database/tables/likeness-tables.ts'
import { post, recommendation, subject } from '../database/tables/post-tables.ts'
import { AppError } from '../http/refusals.ts'

/** A recommendation of an author's own, and what it is about now. */
export interface OwnPost {
  readonly no: number
  readonly subject: number
  readonly subjectId: SubjectId
}

export type LikenessAnswer = typeof likenessAnswer.$inferSelect

export async function findOwn(db: Db, author: number, id: PostId): Promise<OwnPost | undefined> {
  const [row] = await db
    .select({ no: post.no, subject: subject.no, subjectId: subject.id })
    .from(post)
    .innerJoin(recommendation, eq(recommendation.post, post.no))
    .innerJoin(subject, eq(subject.no, recommendation.subject))
    .where(and(eq(post.id, id), eq(post.author, author), isNull(post.deletedAt)))
  return row && { ...row, subjectId: SubjectId.parse(row.subjectId) }
}

/**
 * The same, so that nobody else moves it before the transaction ends. Locked first and read then: whoever waits for the lock
 * and joins in one statement finds nothing of a row that was moved to another subject meanwhile.
 */
export async function lockOwn(tx: Db, author: number, id: PostId): Promise<OwnPost | undefined> {
  const own = tx
    .select({ no: post.no })
    .from(post)
    .where(and(eq(post.id, id), eq(post.author, author)))
  await tx
    .select({ post: recommendation.post })
    .from(recommendation)
    .where(inArray(recommendation.post, own))
    .for('update')
  return findOwn(tx, author, id)
}

/** Keeps somebody's recommendation on its subject until the transaction ends; false where it is there no more. */
export async function keepOn(tx: Db, no: number, subjectNo: number): Promise<boolean> {
  const [there] = await tx
    .select({ post: recommendation.post })
    .from(recommendation)
    .where(and(eq(recommendation.post, no), eq(recommendation.subject, subjectNo)))
    .for('share')
  return there !== undefined
}

/** Refuses where the author has something on that subject already. */
export async function moveTo(tx: Db, no: number, subjectNo: number): Promise<void> {
  await tx
    .update(recommendation)
    .set({ subject: subjectNo })
    .where(eq(recommendation.post, no))
    .catch((cause: unknown) => {
      if (violatedConstraint(cause) !== 'recommendation_once') throw cause
      throw new AppError('already_recommended', { cause })
    })
}

export async function findSubjectNo(db: Db, id: SubjectId): Promise<number | undefined> {
  const [row] = await db.select({ no: subject.no }).from(subject).where(eq(subject.id, id))
  return row?.no
}

/** Another answer about the same subject replaces the one before. */
export async function saveAnswer(tx: Db, answer: LikenessAnswer): Promise<void> {
  await tx
    .insert(likenessAnswer)
    .values(answer)
    .onConflictDoUpdate({
      target: [likenessAnswer.post, likenessAnswer.subject],
      set: { movedFrom: answer.movedFrom },
    })
}

export async function findAnswer(
  db: Db,
  { post: no, subject: subjectNo }: Pick<LikenessAnswer, 'post' | 'subject'>,
): Promise<LikenessAnswer | undefined> {
  const [row] = await db.select().from(likenessAnswer).where(isAnswer(no, subjectNo))
  return row
}

export async function deleteAnswer(tx: Db, { post: no, subject: subjectNo }: LikenessAnswer): Promise<void> {
  await tx.delete(likenessAnswer).where(isAnswer(no, subjectNo))
}

function isAnswer(no: number, subjectNo: number) {
  return and(eq(likenessAnswer.post, no), eq(likenessAnswer.subject, subjectNo))
}
