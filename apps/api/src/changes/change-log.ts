import { sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { changeLog } from '../database/tables/change-tables.ts'
import type { Change } from './change-kinds.ts'

// A statement has room for some sixty thousand values.
const AT_ONCE = 5_000

/** A place in the change log: everything of transactions below it has been read. A 64-bit transaction id. */
export type Position = bigint

/**
 * Writes what changed into the log of the caller's transaction, and answers that transaction's id: a follower whose
 * position is past it has seen the change. Must be called inside the transaction that changes the rows.
 */
export async function appendChanges(tx: Db, changes: readonly Change[]): Promise<Position> {
  if (changes.length === 0) return currentTransaction(tx)
  let xid: string | undefined
  for (let at = 0; at < changes.length; at += AT_ONCE) {
    const some = changes.slice(at, at + AT_ONCE)
    const rows = await tx
      .insert(changeLog)
      .values(some.map((change) => ({ kind: change.kind, a: change.a, b: 'b' in change ? change.b : null })))
      .returning({ xid: sql<string>`${changeLog.xid}::text` })
    xid = rows[0]?.xid
  }
  if (xid === undefined) throw new Error('expected the change log to answer a transaction id')
  return BigInt(xid)
}

async function currentTransaction(tx: Db): Promise<Position> {
  const rows = await tx.execute<{ xid: string }>(sql`select pg_current_xact_id()::text as xid`)
  return BigInt(rows[0]?.xid ?? '0')
}
