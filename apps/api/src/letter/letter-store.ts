import { eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'

/** Keeps which letter somebody opened last. */
export async function saveOpened(tx: Db, reader: number, season: string): Promise<void> {
  await tx.update(person).set({ letterOpened: season }).where(eq(person.no, reader))
}
