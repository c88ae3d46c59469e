import { eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { hiddenPost, post, postCircle, postPerson } from '../database/tables/post-tables.ts'

/** Leaves of a post its empty row alone; what it said is its room's to take away. */
export async function erasePost(tx: Db, no: number, at: Date): Promise<void> {
  await tx.delete(postCircle).where(eq(postCircle.post, no))
  await tx.delete(postPerson).where(eq(postPerson.post, no))
  await tx.delete(hiddenPost).where(eq(hiddenPost.post, no))
  await tx.update(post).set({ deletedAt: at }).where(eq(post.no, no))
}
