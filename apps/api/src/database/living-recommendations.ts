import { eq } from 'drizzle-orm'
import type { Db } from './client.ts'
import { recommendation } from './tables/post-tables.ts'

/** Keeps a recommendation from being deleted until the transaction ends; false where it is gone already. */
export async function keepRecommendation(tx: Db, post: number): Promise<boolean> {
  const [there] = await tx
    .select({ post: recommendation.post })
    .from(recommendation)
    .where(eq(recommendation.post, post))
    .for('key share')
  return there !== undefined
}
