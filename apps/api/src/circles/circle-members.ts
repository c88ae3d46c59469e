import { TieId } from '@kith/contract'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { circleMember, tie, tieSide } from '../database/tables/tie-tables.ts'

/** A circle of the owner's, by numbers. */
interface OwnCircle {
  readonly owner: number
  readonly circle: number
}

/** The persons of those of these ties that live and are the owner's; none ends before the transaction does. */
export async function lockTies(
  tx: Db,
  owner: number,
  ties: readonly TieId[],
): Promise<ReadonlyMap<TieId, number>> {
  if (ties.length === 0) return new Map()
  const rows = await tx
    .select({ id: tie.id, other: tieSide.other })
    .from(tieSide)
    .innerJoin(tie, eq(tie.id, tieSide.tieId))
    .where(and(eq(tieSide.owner, owner), inArray(tie.id, [...ties]), isNull(tie.endedAt)))
    .orderBy(tie.id)
    .for('share', { of: tie })
  return new Map(rows.map(({ id, other }) => [TieId.parse(id), other]))
}

/** Whoever is in it already stays where he is. */
export async function putInto(tx: Db, own: OwnCircle, others: readonly number[]): Promise<void> {
  if (others.length === 0) return
  await tx
    .insert(circleMember)
    .values(others.map((other) => ({ ...own, other })))
    .onConflictDoNothing()
}

export async function takeOut(tx: Db, { circle }: OwnCircle, others: readonly number[]): Promise<void> {
  if (others.length === 0) return
  await tx
    .delete(circleMember)
    .where(and(eq(circleMember.circle, circle), inArray(circleMember.other, [...others])))
}
