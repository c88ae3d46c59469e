import { eq } from 'drizzle-orm'
import type { Db } from './client.ts'
import { recommendation } from './tables/post-tables.ts'

/** Keeps a recommendation from being deleted until the transaction ends. Its author; undefined where it is gone already. */
export async function keepRecommendation(tx: Db, post: number): Promise<number | undefined> {
  const [there] = await tx
    .select({ author: recommendation.author })
    .from(recommendation)
    .where(eq(recommendation.post, post))
    .for('key share')
  return there?.author
}
