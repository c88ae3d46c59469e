import { LIMITS } from '@kith/contract'
import { and, count, eq, gt, ne } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { post } from '../database/tables/post-tables.ts'
import { AppError } from '../http/refusals.ts'

const DAY_MS = 86_400_000

/** Makes the person's posts take turns, so that limits hold. */
export async function lockAuthor(tx: Db, author: number): Promise<void> {
  await tx.select({ no: person.no }).from(person).where(eq(person.no, author)).for('no key update')
}

/** Refuses one more post on a day on which somebody has said enough. What never left the notebook does not count, what was deleted does. */
export async function refuseTooMany(tx: Db, author: number, at: Date): Promise<void> {
  const since = new Date(at.getTime() - DAY_MS)
  const [row] = await tx
    .select({ n: count() })
    .from(post)
    .where(and(eq(post.author, author), gt(post.createdAt, since), ne(post.form, 'notebook')))
  if ((row?.n ?? 0) >= LIMITS.postsPerDay) throw new AppError('too_many_posts_today')
}
