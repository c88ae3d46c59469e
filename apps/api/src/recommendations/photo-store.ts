import type { PhotoSize } from '@kith/contract'
import { eq } from 'drizzle-orm'
import type { Db, Sql } from '../database/client.ts'
import { photo } from '../database/tables/photo-tables.ts'
import { checkWitnesses, type Proposal } from '../graph/witness-check.ts'

/** Keeps the photo of a post, in the place of the one before. */
export async function savePhoto(tx: Db, row: typeof photo.$inferInsert): Promise<void> {
  await tx.insert(photo).values(row).onConflictDoUpdate({ target: photo.post, set: row })
}

/** False where there was none. */
export async function deletePhoto(tx: Db, post: number): Promise<boolean> {
  const gone = await tx.delete(photo).where(eq(photo.post, post)).returning({ post: photo.post })
  return gone.length > 0
}

/** The bytes of a post's photo if the witness holds, checked in the same snapshot; undefined if not, or without a photo. */
export async function readPhoto(
  sql: Sql,
  proposal: Proposal,
  size: PhotoSize,
  now: Date,
): Promise<Buffer | undefined> {
  const [row] = await sql<{ bytes: Buffer }[]>`
    with ${checkWitnesses(sql, [proposal], now)}
    select ${size === 'small' ? sql`ph.small` : sql`ph.large`} as bytes
    from checked c join photo ph on ph.post = c.post`
  return row?.bytes
}
