import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { careSide } from '../database/tables/care-tables.ts'

interface Side {
  readonly owner: number
  readonly other: number
}

/** On which day the two last spoke, as the owner says; null: he does not say so any more. */
export async function saveSpoke(tx: Db, side: Side, spokeOn: string | null): Promise<void> {
  const { owner, other } = side
  await tx
    .insert(careSide)
    .values({ owner, other, spokeOn })
    .onConflictDoUpdate({ target: [careSide.owner, careSide.other], set: { spokeOn } })
}

/** Asks the owner how close the two are after so long, counted from a moment. */
export async function askAfter(tx: Db, side: Side, from: Date, wait: '1 year' | '30 days'): Promise<void> {
  const { owner, other } = side
  const askAt = sql`${from.toISOString()}::timestamptz + ${wait}::interval`
  await tx
    .insert(careSide)
    .values({ owner, other, askAt })
    .onConflictDoUpdate({ target: [careSide.owner, careSide.other], set: { askAt } })
}

/** The owner has not answered after all: he is asked a year after the tie began. */
export async function askAsAtFirst(tx: Db, { owner, other }: Side): Promise<void> {
  await tx
    .update(careSide)
    .set({ askAt: null })
    .where(and(eq(careSide.owner, owner), eq(careSide.other, other)))
}

/** Whoever says how close he is to somebody has answered for a year. */
export function closenessSaid(tx: Db, side: Side, at: Date): Promise<void> {
  return askAfter(tx, side, at, '1 year')
}
