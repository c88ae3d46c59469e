import {
  type GiveGuestAnswer,
  GuestAnswer,
  type GuestAnswerId,
  LIMITS,
  type PostId,
  SubjectKind,
} from '@kith/contract'
import { and, count, desc, eq, inArray, isNull, max } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { askLink, guestAnswer } from '../database/tables/ask-link-tables.ts'
import { ask } from '../database/tables/ask-tables.ts'
import { post } from '../database/tables/post-tables.ts'

export type GuestAnswerRow = typeof guestAnswer.$inferSelect

export interface NewGuestAnswer {
  readonly id: string
  readonly link: number
  readonly claimHash: Buffer
  readonly given: GiveGuestAnswer
  readonly at: Date
}

export async function insertGuestAnswer(tx: Db, made: NewGuestAnswer): Promise<void> {
  const { id, link, claimHash, at } = made
  const { link: website, ...said } = made.given
  await tx.insert(guestAnswer).values({ ...said, id, link, claimHash, website, madeAt: at })
}

/** How many answers that came by a link are standing. */
export async function countByLink(tx: Db, link: number): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(guestAnswer).where(eq(guestAnswer.link, link))
  return row?.n ?? 0
}

/** What came by the links of an ask, the earliest first. */
export async function listGuestAnswers(db: Db, no: number): Promise<GuestAnswer[]> {
  const rows = await db
    .select({ row: guestAnswer })
    .from(guestAnswer)
    .innerJoin(askLink, eq(askLink.no, guestAnswer.link))
    .where(eq(askLink.ask, no))
    .orderBy(guestAnswer.madeAt, guestAnswer.id)
  return rows.map(({ row: { website, madeAt, ...said } }) =>
    GuestAnswer.parse({ ...said, link: website, at: madeAt.toISOString() }),
  )
}

/** Removes an answer to somebody's own ask for good; answers whether there was one. */
export async function deleteGuestAnswer(
  tx: Db,
  { asker, ask: askId, id }: { asker: number; ask: PostId; id: GuestAnswerId },
): Promise<boolean> {
  const links = tx
    .select({ no: askLink.no })
    .from(askLink)
    .innerJoin(post, eq(post.no, askLink.ask))
    .where(and(eq(post.id, askId), eq(post.author, asker), isNull(post.deletedAt)))
  const gone = await tx
    .delete(guestAnswer)
    .where(and(eq(guestAnswer.id, id), inArray(guestAnswer.link, links)))
    .returning({ id: guestAnswer.id })
  return gone.length > 0
}

/** The answer with a claim, with the ask that it was given to; locked. */
export async function lockClaimed(tx: Db, claimHash: Buffer) {
  const [row] = await tx
    .select({ answer: guestAnswer, asker: ask.author, kind: ask.kind, askId: post.id })
    .from(guestAnswer)
    .innerJoin(askLink, eq(askLink.no, guestAnswer.link))
    .innerJoin(ask, eq(ask.post, askLink.ask))
    .innerJoin(post, eq(post.no, ask.post))
    .where(eq(guestAnswer.claimHash, claimHash))
    .for('update', { of: guestAnswer })
  return row && { ...row, kind: SubjectKind.parse(row.kind) }
}

/** Whether an answer came by a link of somebody's own ask. */
export async function isAnswerTo(db: Db, asker: number, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: guestAnswer.id })
    .from(guestAnswer)
    .innerJoin(askLink, eq(askLink.no, guestAnswer.link))
    .innerJoin(post, eq(post.no, askLink.ask))
    .where(and(eq(guestAnswer.id, id), eq(post.author, asker), isNull(post.deletedAt)))
  return rows.length > 0
}

/** For good. */
export async function removeGuestAnswer(tx: Db, id: string): Promise<void> {
  await tx.delete(guestAnswer).where(eq(guestAnswer.id, id))
}

/** The asks of somebody's that were answered by a link, with when that happened last, the latest first. */
export async function listAnswered(db: Db, asker: number) {
  const last = max(guestAnswer.madeAt)
  const rows = await db
    .select({ id: post.id, title: ask.title, at: last })
    .from(guestAnswer)
    .innerJoin(askLink, eq(askLink.no, guestAnswer.link))
    .innerJoin(ask, eq(ask.post, askLink.ask))
    .innerJoin(post, eq(post.no, ask.post))
    .where(and(eq(ask.author, asker), isNull(post.deletedAt)))
    .groupBy(post.id, ask.title)
    .orderBy(desc(last))
    .limit(LIMITS.notifications)
  return rows
}
