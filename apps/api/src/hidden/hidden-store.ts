import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { hiddenVoice } from '../database/tables/person-tables.ts'
import { hiddenPost, post } from '../database/tables/post-tables.ts'

/** A person or a single post, by number. */
export interface HiddenThing {
  readonly what: 'person' | 'post'
  readonly no: number
}

/** Hides it; hiding again changes nothing. */
export async function hide(tx: Db, viewer: number, { what, no }: HiddenThing): Promise<void> {
  if (what === 'person') await tx.insert(hiddenVoice).values({ viewer, person: no }).onConflictDoNothing()
  else await tx.insert(hiddenPost).values({ viewer, post: no }).onConflictDoNothing()
}

/** Takes it back; answers whether it was hidden. */
export async function show(tx: Db, viewer: number, { what, no }: HiddenThing): Promise<boolean> {
  const rows =
    what === 'person'
      ? await tx
          .delete(hiddenVoice)
          .where(and(eq(hiddenVoice.viewer, viewer), eq(hiddenVoice.person, no)))
          .returning({ no: hiddenVoice.person })
      : await tx
          .delete(hiddenPost)
          .where(and(eq(hiddenPost.viewer, viewer), eq(hiddenPost.post, no)))
          .returning({ no: hiddenPost.post })
  return rows.length > 0
}

export async function listHiddenPeople(db: Db, viewer: number): Promise<number[]> {
  const rows = await db
    .select()
    .from(hiddenVoice)
    .where(eq(hiddenVoice.viewer, viewer))
    .orderBy(hiddenVoice.person)
  return rows.map((row) => row.person)
}

/** The latest posts first. */
export async function listHiddenPosts(db: Db, viewer: number): Promise<number[]> {
  const rows = await db
    .select()
    .from(hiddenPost)
    .where(eq(hiddenPost.viewer, viewer))
    .orderBy(desc(hiddenPost.post))
  return rows.map((row) => row.post)
}

export async function findAuthor(db: Db, no: number): Promise<number | undefined> {
  const [row] = await db.select({ author: post.author }).from(post).where(eq(post.no, no))
  return row?.author
}
