import { ToInvite } from '@kith/contract'
import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { toInvite } from '../database/tables/to-invite-tables.ts'

/** Takes turns with everything else that this person does to his list. */
export async function lockList(tx: Db, owner: number): Promise<void> {
  await tx.select({ no: person.no }).from(person).where(eq(person.no, owner)).for('no key update')
}

/** The oldest first. */
export async function listNames(db: Db, owner: number): Promise<ToInvite[]> {
  const rows = await db
    .select({ id: toInvite.id, name: toInvite.name })
    .from(toInvite)
    .where(eq(toInvite.person, owner))
    .orderBy(asc(toInvite.addedAt), asc(toInvite.id))
  return rows.map((row) => ToInvite.parse(row))
}

/** A name that is there already stays as it is. */
export async function insertNames(tx: Db, rows: readonly (typeof toInvite.$inferInsert)[]): Promise<void> {
  await tx
    .insert(toInvite)
    .values([...rows])
    .onConflictDoNothing({ target: [toInvite.person, toInvite.name] })
}

/** False where there was none. */
export async function deleteName(tx: Db, owner: number, id: string): Promise<boolean> {
  const rows = await tx
    .delete(toInvite)
    .where(and(eq(toInvite.id, id), eq(toInvite.person, owner)))
    .returning({ id: toInvite.id })
  return rows.length > 0
}
