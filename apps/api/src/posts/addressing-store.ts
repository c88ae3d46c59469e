import type { PersonId } from '@kith/contract'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { addressing } from '../database/tables/post-tables.ts'

/** Addresses a post to a tie of its author's; answers whether it was not there before. */
export async function addAddressing(tx: Db, made: { post: number; to: number; at: Date }): Promise<boolean> {
  const rows = await tx
    .insert(addressing)
    .values({ post: made.post, person: made.to, madeAt: made.at })
    .onConflictDoNothing()
    .returning({ person: addressing.person })
  return rows.length > 0
}

/** Takes it back; answers whom it was addressed to, undefined where it was not. */
export async function removeAddressing(tx: Db, post: number, from: PersonId): Promise<number | undefined> {
  const to = tx.select({ no: person.no }).from(person).where(eq(person.id, from))
  const [row] = await tx
    .delete(addressing)
    .where(and(eq(addressing.post, post), eq(addressing.person, to)))
    .returning({ person: addressing.person })
  return row?.person
}
