import type { FaceQuery } from '@kith/contract'
import { eq } from 'drizzle-orm'
import type { Db, Sql } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { face } from '../database/tables/photo-tables.ts'
import { mayHaveFace } from '../graph/face-check.ts'

/** Keeps a person’s photo, in the place of the one before, under its new version. */
export async function saveFace(tx: Db, row: typeof face.$inferInsert, version: string): Promise<void> {
  await tx.insert(face).values(row).onConflictDoUpdate({ target: face.person, set: row })
  await tx.update(person).set({ image: version }).where(eq(person.no, row.person))
}

/** False where there was none. */
export async function deleteFace(tx: Db, no: number): Promise<boolean> {
  await tx.update(person).set({ image: null }).where(eq(person.no, no))
  const gone = await tx.delete(face).where(eq(face.person, no)).returning({ no: face.person })
  return gone.length > 0
}

/** Of whom the viewer may have the face, where he has one and is not the viewer himself. */
export async function findFaced(
  sql: Sql,
  viewer: number,
  handle: string,
): Promise<{ no: number; id: string } | undefined> {
  const [row] = await sql<{ no: number; id: string }[]>`
    select p.no, p.id from person p join face f on f.person = p.no
    where p.handle = ${handle} and p.no <> ${viewer} and ${mayHaveFace(sql, viewer)}`
  return row
}

/** The bytes of a person’s photo of that version, if the viewer may have them: checked in the statement that loads them. */
export async function readFace(
  sql: Sql,
  viewer: number,
  handle: string,
  { size, version }: FaceQuery,
): Promise<Buffer | undefined> {
  const [row] = await sql<{ bytes: Buffer }[]>`
    select ${size === 'small' ? sql`f.small` : sql`f.large`} as bytes
    from person p join face f on f.person = p.no
    where p.handle = ${handle} and p.image = ${version} and ${mayHaveFace(sql, viewer)}`
  return row?.bytes
}
