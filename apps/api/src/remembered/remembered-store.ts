import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { keepRecommendation } from '../database/living-recommendations.ts'
import { post } from '../database/tables/post-tables.ts'
import { remembered } from '../database/tables/remembered-tables.ts'

export interface RememberedRow {
  readonly no: number
  readonly post: number
  readonly rememberedAt: Date
}

export interface NewRemembered {
  readonly viewer: number
  readonly post: number
  /** Undefined leaves the one before, if there was one. */
  readonly reason: string | null | undefined
  readonly at: Date
}

/** The viewer's own below a number, the latest first, whether or not he may still see them. */
export async function listRemembered(
  db: Db,
  viewer: number,
  { before, limit }: { before: number | null; limit: number },
): Promise<RememberedRow[]> {
  const { no, rememberedAt } = remembered
  return db
    .select({ no, post: remembered.post, rememberedAt })
    .from(remembered)
    .where(and(eq(remembered.viewer, viewer), before === null ? undefined : lt(no, before)))
    .orderBy(desc(no))
    .limit(limit)
}

/** Remembers it, or changes why. False when the recommendation was deleted meanwhile. */
export async function saveRemembered(
  tx: Db,
  { viewer, post: no, reason, at }: NewRemembered,
): Promise<boolean> {
  if ((await keepRecommendation(tx, no)) === undefined) return false
  const row = tx.insert(remembered).values({ viewer, post: no, reason, rememberedAt: at })
  if (reason === undefined) await row.onConflictDoNothing()
  else await row.onConflictDoUpdate({ target: [remembered.viewer, remembered.post], set: { reason } })
  return true
}

/** The number of the post that is no longer remembered; undefined where it was not. */
export async function deleteRemembered(tx: Db, viewer: number, id: string): Promise<number | undefined> {
  const named = tx.select({ no: post.no }).from(post).where(eq(post.id, id))
  const [gone] = await tx
    .delete(remembered)
    .where(and(eq(remembered.viewer, viewer), inArray(remembered.post, named)))
    .returning({ post: remembered.post })
  return gone?.post
}
