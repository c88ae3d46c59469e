import type { AskResult, Language, Wish } from '@kith/contract'
import type { Audience } from '@kith/trust-graph'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { violatedConstraint } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import { answer, ask } from '../database/tables/ask-tables.ts'
import { post } from '../database/tables/post-tables.ts'
import { AppError } from '../http/refusals.ts'
import { audienceColumns } from '../posts/audience-store.ts'
import { erasePost } from '../posts/post-erasing.ts'

export interface NewAsk {
  readonly id: string
  readonly author: number
  readonly wish: Wish
  readonly until: string
  readonly audience: Audience
  readonly onward: number
  readonly language: Language
  readonly at: Date
}

/** Makes post and ask; the audience's lists are saved apart. Answers the post's number. */
export async function insertAsk(tx: Db, made: NewAsk): Promise<number> {
  const { id, author, audience, onward, at, until, language } = made
  const [row] = await tx
    .insert(post)
    .values({ id, author, ...audienceColumns(audience), onward, createdAt: at, since: at })
    .returning({ no: post.no })
  if (!row) throw new Error('expected a new post to have a number')
  const { placeId, ...wish } = made.wish
  await tx
    .insert(ask)
    .values({
      post: row.no,
      author,
      until,
      language,
      ...wish,
      placeId: wish.place === null ? null : placeId,
    })
    .catch((cause: unknown) => {
      if (violatedConstraint(cause) !== 'ask_place_id_place_id_fk') throw cause
      const fields = [{ path: 'wish.placeId', message: 'is not in the gazetteer' }]
      throw new AppError('invalid_input', { fields, cause })
    })
  return row.no
}

/** The author's own ask, locked; undefined where there is none. */
export async function lockAsk(tx: Db, author: number, id: string) {
  const [row] = await tx
    .select({ post, ask })
    .from(post)
    .innerJoin(ask, eq(ask.post, post.no))
    .where(and(eq(post.id, id), eq(post.author, author), isNull(post.deletedAt)))
    .for('update')
  return row
}

/** How many of somebody's asks are open. */
export async function countOpen(tx: Db, author: number, at: Date): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from ask k join post p on p.no = k.post
    where k.author = ${author} and p.deleted_at is null and p.expires_at > ${at.toISOString()}::timestamptz`)
  return row?.n ?? 0
}

/** Lets an ask end behind its last day, in the time zone of its author; answers when that is. */
export async function endBehindLastDay(tx: Db, no: number): Promise<Date> {
  const [row] = await tx.execute<{ ends: string }>(sql`
    update post set expires_at = (k.until + 1)::timestamp at time zone author.time_zone
    from ask k join person author on author.no = k.author
    where post.no = ${no} and k.post = post.no returning post.expires_at::text as ends`)
  if (!row) throw new Error('expected an ask to have a last day')
  return new Date(row.ends)
}

export async function updateUntil(tx: Db, no: number, until: string): Promise<void> {
  await tx.update(ask).set({ until }).where(eq(ask.post, no))
}

export async function updateOnward(tx: Db, no: number, onward: number): Promise<void> {
  await tx.update(post).set({ onward }).where(eq(post.no, no))
}

/** Closes an ask with its result, or opens it again. From a close on it has ended, if it had not yet. */
export async function saveResult(
  tx: Db,
  no: number,
  result: { readonly solved: boolean; readonly solvedBy: number | null; readonly at: Date } | null,
): Promise<void> {
  if (result === null) {
    await tx.update(ask).set({ result: null, closedAt: null, solvedBy: null }).where(eq(ask.post, no))
    return
  }
  const { solved, solvedBy, at } = result
  const said = { result: solved ? 'solved' : 'unsolved', closedAt: at, solvedBy }
  await tx.update(ask).set(said).where(eq(ask.post, no))
  await tx.execute(sql`
    update post set expires_at = least(expires_at, ${at.toISOString()}::timestamptz) where no = ${no}`)
}

/** An answer as it stands: the post `p` waits for nobody's yes, and by its recommendation `r` its author does not earn. */
export const STANDS = `p.form <> 'held' and r.interest is distinct from 'paid'`

/** The number of one of the answers to an ask, as they stand; null for none. Undefined where the ask was not answered with that. */
export async function findAnswer(tx: Db, no: number, through: AskResult['through']) {
  if (through === null) return null
  const [row] = await tx.execute<{ post: number }>(sql`
    select a.post from answer a join post p on p.no = a.post join recommendation r on r.post = a.post
    where a.ask = ${no} and p.id = ${through} and ${sql.raw(STANDS)}`)
  return row?.post
}

/** Removes the words for good and leaves the empty row. Answers whose answers went with it. */
export async function eraseAsk(tx: Db, no: number, at: Date): Promise<{ post: number; helper: number }[]> {
  const gone = await tx
    .select({ post: answer.post, helper: post.author })
    .from(answer)
    .innerJoin(post, eq(post.no, answer.post))
    .where(eq(answer.ask, no))
  await tx.delete(ask).where(eq(ask.post, no))
  await erasePost(tx, no, at)
  return gone
}
