import { eq, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import type { notificationLook } from './tables/notification-tables.ts'
import type { forMeLook } from './tables/pass-tables.ts'

/** A list of one's own whose unseen entries are those that came later than one's last look. */
type LookTable = typeof notificationLook | typeof forMeLook

/** Until when somebody has seen the list. */
export async function findLook(db: Db, list: LookTable, person: number): Promise<Date> {
  const [row] = await db.select({ asOf: list.asOf }).from(list).where(eq(list.person, person))
  return row?.asOf ?? new Date(0)
}

/** He has seen what there was at that moment, which is never later than now; what was seen stays seen. */
export async function saveLook(
  tx: Db,
  list: LookTable,
  { person, asOf, now }: { person: number; asOf: Date; now: Date },
): Promise<void> {
  await tx
    .insert(list)
    .values({ person, asOf: asOf < now ? asOf : now })
    .onConflictDoUpdate({ target: list.person, set: { asOf: sql`greatest(${list.asOf}, excluded.as_of)` } })
}
