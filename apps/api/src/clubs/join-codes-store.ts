import { and, count, eq, gt, isNull } from 'drizzle-orm'
import type { Db, Sql } from '../database/client.ts'
import { joinCode, joinCodeUse } from '../database/tables/club-tables.ts'
import { seeEachOther } from './club-rows.ts'

export type JoinCodeRow = typeof joinCode.$inferSelect

export async function findCode(db: Db, codeHash: Buffer): Promise<JoinCodeRow | undefined> {
  const [row] = await db.select().from(joinCode).where(eq(joinCode.codeHash, codeHash))
  return row
}

/** The code by which one may join a club now. */
export async function findStanding(db: Db, club: number, now: Date): Promise<JoinCodeRow | undefined> {
  const [row] = await db
    .select()
    .from(joinCode)
    .where(and(eq(joinCode.club, club), isNull(joinCode.revokedAt), gt(joinCode.expiresAt, now)))
  return row
}

export async function saveCode(tx: Db, row: Omit<JoinCodeRow, 'revokedAt'>): Promise<void> {
  await tx.insert(joinCode).values(row)
}

/** Ends the code of a club, if it has one. */
export async function revokeCodes(tx: Db, club: number, at: Date): Promise<void> {
  await tx
    .update(joinCode)
    .set({ revokedAt: at })
    .where(and(eq(joinCode.club, club), isNull(joinCode.revokedAt)))
}

export async function countUses(db: Db, codeHash: Buffer): Promise<number> {
  const [row] = await db.select({ n: count() }).from(joinCodeUse).where(eq(joinCodeUse.codeHash, codeHash))
  return row?.n ?? 0
}

/** Whoever comes back by the same code takes up no second place. */
export async function saveUse(tx: Db, codeHash: Buffer, person: number): Promise<void> {
  await tx.insert(joinCodeUse).values({ codeHash, person }).onConflictDoNothing()
}

/** How many came by a code, as far as the viewer sees them. */
export async function countSeenUses(sql: Sql, viewer: number, codeHash: Buffer): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from join_code_use u
    where u.code_hash = ${codeHash} and ${seeEachOther(sql, viewer, sql`u.person`)}`
  return row?.n ?? 0
}
