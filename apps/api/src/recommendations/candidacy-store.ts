import type { AudienceClass, Interest, Verdict } from '@kith/contract'
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { candidacy } from '../database/tables/candidacy-tables.ts'
import { notification } from '../database/tables/notification-tables.ts'
import { post } from '../database/tables/post-tables.ts'
import { audienceClass } from '../graph/voice-presentation.ts'

/** Whom a recommendation puts forward for a job, as it stands now. */
export interface Standing {
  /** Null: he is gone, and the post is held for good. */
  readonly person: number | null
  readonly agreed: boolean
  /** Who is to read it, as far as he is told. */
  readonly readers: AudienceClass
}

interface StandingRow extends Record<string, unknown> {
  person: number | null
  agreed: boolean
  form: 'ties' | 'held'
  allTies: boolean
  onward: 0 | 1 | 2
  hasCircles: boolean
  interest: Interest
  verdict: Verdict
}

/** Undefined where nobody is put forward. */
export async function readStanding(tx: Db, no: number): Promise<Standing | undefined> {
  const [row] = await tx.execute<StandingRow>(sql`
    select c.person, c.said is not distinct from 'yes' as agreed, p.form, p.all_ties as "allTies", p.onward,
      exists (select from post_circle x where x.post = p.no) as "hasCircles", r.interest, r.verdict
    from post p join recommendation r on r.post = p.no left join candidacy c on c.post = p.no
    where p.no = ${no} and (c.post is not null or p.form = 'held')`)
  return row && { person: row.person, agreed: row.agreed, readers: audienceClass(row) }
}

/**
 * What somebody is asked and by whom, so that neither it nor the post changes before the transaction ends; undefined where he
 * is not asked, or said no.
 */
export async function lockCandidacy(tx: Db, { post: no, person }: { post: number; person: number }) {
  const [row] = await tx
    .select({ ...getTableColumns(candidacy), author: post.author })
    .from(candidacy)
    .innerJoin(post, eq(post.no, candidacy.post))
    .where(and(eq(candidacy.post, no), eq(candidacy.person, person)))
    .for('update')
  return row?.said === 'no' ? undefined : row
}

/** Asks, in the place of whoever was asked or whatever was said before. The post is held from now on. */
export async function saveQuestion(
  tx: Db,
  question: { post: number; person: number; askedAt: Date },
): Promise<void> {
  const { person, askedAt } = question
  await tx
    .insert(candidacy)
    .values(question)
    .onConflictDoUpdate({ target: candidacy.post, set: { person, askedAt, said: null } })
}

/** What he is asked is something else now; what he said to it stays. */
export async function changeQuestion(tx: Db, no: number, askedAt: Date): Promise<void> {
  await tx.update(candidacy).set({ askedAt }).where(eq(candidacy.post, no))
}

export async function saveAnswer(tx: Db, no: number, said: 'yes' | 'no'): Promise<void> {
  await tx.update(candidacy).set({ said }).where(eq(candidacy.post, no))
}

/** What was told of a question and its answer is told no more. */
export async function forgetNews(tx: Db, no: number): Promise<void> {
  await tx
    .delete(notification)
    .where(and(eq(notification.post, no), inArray(notification.reason, ['asked', 'agreed'])))
}
