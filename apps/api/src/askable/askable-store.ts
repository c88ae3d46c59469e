import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { askable, askableCircle, askablePerson } from '../database/tables/askable-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import { tie, tieSide } from '../database/tables/tie-tables.ts'

/** Whom a line is for, in numbers. */
export interface AskableAudience {
  readonly all: boolean
  readonly circles: readonly number[]
  readonly singles: readonly number[]
  readonly excepted: readonly number[]
}

/** Takes turns with everything else that this person does to his lines; answers how many there are. */
export async function lockLines(tx: Db, owner: number): Promise<number> {
  await tx.select({ no: person.no }).from(person).where(eq(person.no, owner)).for('no key update')
  const [row] = await tx.select({ n: count() }).from(askable).where(eq(askable.person, owner))
  return row?.n ?? 0
}

export async function insertLine(
  tx: Db,
  row: Omit<typeof askable.$inferInsert, 'allTies'>,
  audience: AskableAudience,
): Promise<void> {
  await tx.insert(askable).values({ ...row, allTies: audience.all })
  await saveAudience(tx, row, audience)
}

/** Says a line anew, for whomever it is now; answers whether it was there. */
export async function updateLine(
  tx: Db,
  { id, person: owner, ...set }: Omit<typeof askable.$inferInsert, 'allTies' | 'madeAt'>,
  audience: AskableAudience,
): Promise<boolean> {
  const rows = await tx
    .update(askable)
    .set({ ...set, allTies: audience.all })
    .where(and(eq(askable.id, id), eq(askable.person, owner)))
    .returning({ id: askable.id })
  if (rows.length === 0) return false
  await forgetAudience(tx, id, owner)
  await saveAudience(tx, { id, person: owner }, audience)
  return true
}

/** False where there was none. */
export async function deleteLine(tx: Db, owner: number, id: string): Promise<boolean> {
  const rows = await tx
    .delete(askable)
    .where(and(eq(askable.id, id), eq(askable.person, owner)))
    .returning({ id: askable.id })
  return rows.length > 0
}

async function saveAudience(
  tx: Db,
  { id, person: owner }: { id: string; person: number },
  { circles, singles, excepted }: AskableAudience,
): Promise<void> {
  const listed = [
    ...singles.map((one) => ({ askable: id, person: one, excepted: false })),
    ...excepted.map((one) => ({ askable: id, person: one, excepted: true })),
  ]
  if (listed.length > 0) await tx.insert(askablePerson).values(listed)
  if (circles.length === 0) return
  await tx.insert(askableCircle).values(circles.map((one) => ({ askable: id, owner, circle: one })))
}

// Whoever was excepted and is no tie any more stays so, should the tie ever be renewed: as with a post.
async function forgetAudience(tx: Db, id: string, owner: number): Promise<void> {
  await tx.delete(askableCircle).where(eq(askableCircle.askable, id))
  const liveTies = tx
    .select({ other: tieSide.other })
    .from(tieSide)
    .innerJoin(tie, eq(tie.id, tieSide.tieId))
    .where(and(eq(tieSide.owner, owner), isNull(tie.endedAt)))
  await tx.delete(askablePerson).where(and(eq(askablePerson.askable, id), eq(askablePerson.excepted, false)))
  await tx
    .delete(askablePerson)
    .where(and(eq(askablePerson.askable, id), inArray(askablePerson.person, liveTies)))
}
