import { Outcome } from '@kith/contract'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { outcome } from '../database/tables/experience-tables.ts'
import { post } from '../database/tables/post-tables.ts'

/** What somebody said of a recommendation. */
export interface SaidOutcome {
  readonly person: number
  readonly post: number
  readonly outcome: Outcome
  readonly sentence: string | null
  readonly saidAt: Date
}

export async function findOutcome(db: Db, person: number, post: number): Promise<SaidOutcome | undefined> {
  const [row] = await db.select().from(outcome).where(isSaid(person, post))
  return row && { ...row, outcome: Outcome.parse(row.outcome) }
}

/**
 * Makes it the person's word on this post, whatever he said before. Answers whether it is another word than that. When he
 * says something of this post twice at the same time, one waits.
 */
export async function saveOutcome(tx: Db, said: SaidOutcome): Promise<boolean> {
  const made = await tx.insert(outcome).values(said).onConflictDoNothing().returning({ post: outcome.post })
  if (made.length > 0) return true
  const [before] = await tx.select().from(outcome).where(isSaid(said.person, said.post)).for('update')
  if (before?.outcome === said.outcome) return false
  await tx.update(outcome).set(said).where(isSaid(said.person, said.post))
  return true
}

export async function replaceSentence(tx: Db, { person, post, sentence }: SaidOutcome): Promise<void> {
  await tx.update(outcome).set({ sentence }).where(isSaid(person, post))
}

/** False when nothing was said. */
export async function removeOutcome(tx: Db, person: number, post: number): Promise<boolean> {
  const gone = await tx.delete(outcome).where(isSaid(person, post)).returning({ post: outcome.post })
  return gone.length > 0
}

export async function findPostNo(db: Db, id: string): Promise<number | undefined> {
  const [row] = await db.select({ no: post.no }).from(post).where(eq(post.id, id))
  return row?.no
}

function isSaid(person: number, post: number) {
  return and(eq(outcome.person, person), eq(outcome.post, post))
}
