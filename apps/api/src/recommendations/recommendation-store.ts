import {
  Hours,
  type Interest,
  type Language,
  type SubjectFacts,
  type SubjectKind,
  type Verdict,
  type Words,
} from '@kith/contract'
import type { Audience } from '@kith/trust-graph'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { violatedConstraint } from '../changes/change-writer.ts'
import { deleteCandidacies } from '../database/candidacies.ts'
import type { Db } from '../database/client.ts'
import { answer, ask } from '../database/tables/ask-tables.ts'
import { candidacy } from '../database/tables/candidacy-tables.ts'
import { invitationEnclosure } from '../database/tables/invitation-tables.ts'
import {
  addressing,
  post,
  recommendation,
  recommendationEdit,
  subject,
} from '../database/tables/post-tables.ts'
import { thanks } from '../database/tables/thanks-tables.ts'
import { AppError } from '../http/refusals.ts'
import { audienceColumns } from '../posts/audience-store.ts'
import { erasePost } from '../posts/post-erasing.ts'

export interface NewRecommendation {
  readonly id: string
  readonly author: number
  readonly subject: number
  readonly facts: SubjectFacts
  readonly verdict: Verdict
  readonly interest: Interest | null
  readonly words: Words
  readonly language: Language
  readonly audience: Audience
  readonly onward: number
  readonly at: Date
}

export async function insertSubject(tx: Db, id: string, kind: SubjectKind): Promise<number> {
  const [row] = await tx.insert(subject).values({ id, kind }).returning({ no: subject.no })
  if (!row) throw new Error('expected a new subject to have a number')
  return row.no
}

/** Makes post and recommendation; the audience's lists are saved apart. Answers the post's number. */
export async function insertRecommendation(tx: Db, made: NewRecommendation): Promise<number> {
  const { id, author, audience, onward, at } = made
  const [row] = await tx
    .insert(post)
    .values({ id, author, ...audienceColumns(audience), onward, createdAt: at, since: at })
    .returning({ no: post.no })
  if (!row) throw new Error('expected a new post to have a number')
  const { kind: _kind, placeId, ...facts } = made.facts
  const { subject: subjectNo, verdict, interest, language } = made
  await tx
    .insert(recommendation)
    .values({
      post: row.no,
      author,
      subject: subjectNo,
      verdict,
      interest,
      language,
      ...facts,
      placeId: facts.place === null ? null : placeId,
      ...wordColumns(made.words),
    })
    .catch((cause: unknown) => {
      const constraint = violatedConstraint(cause)
      if (constraint === 'recommendation_once') throw new AppError('already_recommended', { cause })
      if (constraint !== 'recommendation_place_id_place_id_fk') throw cause
      throw new AppError('invalid_input', {
        fields: [{ path: 'subject.placeId', message: 'is not in the gazetteer' }],
        cause,
      })
    })
  return row.no
}

/**
 * The author's own recommendation, locked; undefined when there is none. Locked first and read then: whoever waits for the
 * lock and joins the subject in one statement finds nothing of a row that was moved to another subject meanwhile.
 */
export async function lockOwn(tx: Db, author: number, id: string) {
  const isOwn = and(eq(post.id, id), eq(post.author, author), isNull(post.deletedAt))
  await tx
    .select({ no: post.no })
    .from(post)
    .innerJoin(recommendation, eq(recommendation.post, post.no))
    .where(isOwn)
    .for('update')
  const [row] = await tx
    .select({ post, recommendation, kind: subject.kind })
    .from(post)
    .innerJoin(recommendation, eq(recommendation.post, post.no))
    .innerJoin(subject, eq(subject.no, recommendation.subject))
    .where(isOwn)
  return row
}
export type OwnRows = NonNullable<Awaited<ReturnType<typeof lockOwn>>>

export async function updatePost(tx: Db, no: number, set: Partial<typeof post.$inferInsert>): Promise<void> {
  if (Object.keys(set).length > 0) await tx.update(post).set(set).where(eq(post.no, no))
}

/** A job ends with its last day, in the time zone of its author; whatever says no end has none. */
export async function endOnLastDay(tx: Db, no: number): Promise<void> {
  await tx.execute(sql`
    update post set expires_at = (r.ends + 1)::timestamp at time zone author.time_zone
    from recommendation r join person author on author.no = r.author
    where post.no = ${no} and r.post = post.no`)
}

export async function updateWords(
  tx: Db,
  no: number,
  { words, interest, editedAt }: { words: Words; interest: Interest | null; editedAt: Date | null },
): Promise<void> {
  await tx
    .update(recommendation)
    .set({ ...wordColumns(words), interest, editedAt })
    .where(eq(recommendation.post, no))
}

/** Keeps the words as they stood until now; never two at the same moment. */
export async function keepWords(
  tx: Db,
  no: number,
  kept: { words: Words; interest: Interest | null; until: Date },
): Promise<void> {
  const last = await lastEdit(tx, no)
  const until = last && last >= kept.until ? new Date(last.getTime() + 1) : kept.until
  await tx.insert(recommendationEdit).values({ post: no, ...kept, until })
}

/** Keeps its words as they stand now, if others could read them until this moment. */
export async function keepWordsRead(tx: Db, no: number, until: Date): Promise<void> {
  const [row] = await tx
    .select({ said: recommendation })
    .from(recommendation)
    .innerJoin(post, eq(post.no, recommendation.post))
    .where(and(eq(post.no, no), eq(post.form, 'ties')))
  if (row)
    await keepWords(tx, no, { words: wordsOf(row.said), interest: asInterest(row.said.interest), until })
}

/** When its words were last kept; undefined if never. */
export async function lastEdit(db: Db, no: number): Promise<Date | undefined> {
  const [row] = await db
    .select({ until: recommendationEdit.until })
    .from(recommendationEdit)
    .where(eq(recommendationEdit.post, no))
    .orderBy(desc(recommendationEdit.until))
    .limit(1)
  return row?.until
}

/** Removes the words for good, those of thanks too, and leaves the empty row. Answers to whom the post was addressed, candidates and askers too, which asks it answered, and if it was enclosed. */
export async function eraseRecommendation(tx: Db, no: number, at: Date) {
  const candidates = await deleteCandidacies(tx, eq(candidacy.post, no))
  const answered = await tx
    .select({ ask: ask.post, asker: ask.author })
    .from(answer)
    .innerJoin(ask, eq(ask.post, answer.ask))
    .where(eq(answer.post, no))
  await tx.delete(recommendation).where(eq(recommendation.post, no))
  await tx.update(thanks).set({ words: null }).where(eq(thanks.post, no))
  const addressed = await tx
    .delete(addressing)
    .where(eq(addressing.post, no))
    .returning({ person: addressing.person })
  const enclosed = await tx
    .delete(invitationEnclosure)
    .where(eq(invitationEnclosure.post, no))
    .returning({ invitation: invitationEnclosure.invitation })
  await erasePost(tx, no, at)
  return {
    addressed: [
      ...[...candidates, ...addressed].map((row) => row.person),
      ...answered.map((row) => row.asker),
    ],
    answered: answered.map((row) => row.ask),
    wasEnclosed: enclosed.length > 0,
  }
}

/** The words as they stand in a row. */
export function wordsOf(row: OwnRows['recommendation']): Words {
  const { why, forWhom, notForWhom, whenSaid: when, price, link, contact } = row
  const { interestWords, partnersSought, occasion, ends } = row
  const basis = row.basis === 'heard' ? 'heard' : 'own'
  const hours = row.hours === null ? null : Hours.parse(row.hours)
  const always = { why, forWhom, notForWhom, basis, when, price, link, contact } as const
  return { ...always, interestWords, partnersSought, occasion, hours, ends }
}

/** An interest as it stands in a row; null in the notebook alone. */
export function asInterest(value: string | null): Interest | null {
  return value === 'none' || value === 'connected' || value === 'paid' ? value : null
}

function wordColumns({ when, ...words }: Words) {
  return { ...words, whenSaid: when }
}
