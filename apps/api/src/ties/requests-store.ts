import { type TieRequest, TieRequestId } from '@kith/contract'
import { and, count, eq, gt, isNull, notExists, or, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { block, tieRequest } from '../database/tables/tie-tables.ts'

export interface RequestRow {
  readonly id: string
  readonly fromNo: number
  readonly toNo: number
  readonly madeAt: Date
  readonly declinedAt: Date | null
  readonly withdrawnAt: Date | null
}

const SHOWN = {
  id: tieRequest.id,
  madeAt: tieRequest.madeAt,
  handle: person.handle,
  name: person.name,
}

/** Requests that wait for this person's answer. */
export async function listIncoming(db: Db, no: number, since: Date): Promise<TieRequest[]> {
  const rows = await db
    .select(SHOWN)
    .from(tieRequest)
    .innerJoin(person, eq(person.no, tieRequest.fromNo))
    .where(and(eq(tieRequest.toNo, no), isWaiting(db, since)))
    .orderBy(sql`${tieRequest.madeAt} desc`)
  return rows.map(viewRequest)
}

/** Requests that this person made; whatever became of them, they look alike. */
export async function listOutgoing(db: Db, no: number, since: Date): Promise<TieRequest[]> {
  const rows = await db
    .select(SHOWN)
    .from(tieRequest)
    .innerJoin(person, eq(person.no, tieRequest.toNo))
    .where(and(eq(tieRequest.fromNo, no), isPending(since)))
    .orderBy(sql`${tieRequest.madeAt} desc`)
  return rows.map(viewRequest)
}

function viewRequest(row: { id: string; madeAt: Date; handle: string; name: string }): TieRequest {
  return {
    id: TieRequestId.parse(row.id),
    person: { handle: row.handle, name: row.name },
    made: row.madeAt.toISOString(),
  }
}

/** A request that this person may still answer; locked. */
export async function lockIncoming(
  tx: Db,
  to: number,
  id: string,
  since: Date,
): Promise<RequestRow | undefined> {
  const [row] = await tx
    .select()
    .from(tieRequest)
    .where(and(eq(tieRequest.id, id), eq(tieRequest.toNo, to), isWaiting(tx, since)))
    .for('update')
  return row
}

export async function declineRequest(tx: Db, id: string, at: Date): Promise<void> {
  await tx.update(tieRequest).set({ declinedAt: at }).where(eq(tieRequest.id, id))
}

/** Withdraws a request of this person. A declined one stays as a mark that it was. */
export async function withdrawRequest(
  tx: Db,
  from: number,
  id: string,
  at: Date,
): Promise<RequestRow | undefined> {
  const isMine = and(eq(tieRequest.id, id), eq(tieRequest.fromNo, from), isNull(tieRequest.withdrawnAt))
  const [gone] = await tx
    .delete(tieRequest)
    .where(and(isMine, isNull(tieRequest.declinedAt)))
    .returning()
  if (gone) return gone
  const [marked] = await tx.update(tieRequest).set({ withdrawnAt: at }).where(isMine).returning()
  return marked
}

/** The request from one person to another, or the mark of a declined and withdrawn one, if it has not run out. */
export async function findRequest(
  db: Db,
  from: number,
  to: number,
  since: Date,
): Promise<RequestRow | undefined> {
  const [row] = await db
    .select()
    .from(tieRequest)
    .where(and(isFromTo(from, to), gt(tieRequest.madeAt, since)))
  return row
}

export async function countOutgoing(db: Db, from: number, since: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(tieRequest)
    .where(and(eq(tieRequest.fromNo, from), isPending(since)))
  return row?.n ?? 0
}

/** Saves a request in the place of one that ran out or was withdrawn. */
export async function saveRequest(tx: Db, request: Omit<RequestRow, 'withdrawnAt'>): Promise<void> {
  await tx.delete(tieRequest).where(isFromTo(request.fromNo, request.toNo))
  await tx.insert(tieRequest).values(request)
}

/** Removes the requests between two persons, whoever made them; answers whether there were any. */
export async function removeRequests(tx: Db, one: number, other: number): Promise<boolean> {
  const rows = await tx
    .delete(tieRequest)
    .where(or(isFromTo(one, other), isFromTo(other, one)))
    .returning({ id: tieRequest.id })
  return rows.length > 0
}

/** What a block does to requests: the blocker's own goes, the other's stays and looks unanswered. */
export async function silenceRequests(tx: Db, blocker: number, blocked: number, at: Date): Promise<void> {
  await tx.delete(tieRequest).where(isFromTo(blocker, blocked))
  await tx
    .update(tieRequest)
    .set({ declinedAt: at })
    .where(and(isFromTo(blocked, blocker), isNull(tieRequest.declinedAt)))
}

function isWaiting(db: Db, since: Date) {
  const blocked = db
    .select({ one: sql`1` })
    .from(block)
    .where(
      or(
        and(eq(block.blocker, tieRequest.fromNo), eq(block.blocked, tieRequest.toNo)),
        and(eq(block.blocker, tieRequest.toNo), eq(block.blocked, tieRequest.fromNo)),
      ),
    )
  return and(isNull(tieRequest.declinedAt), gt(tieRequest.madeAt, since), notExists(blocked))
}

// As its maker sees it.
function isPending(since: Date) {
  return and(isNull(tieRequest.withdrawnAt), gt(tieRequest.madeAt, since))
}

function isFromTo(from: number, to: number) {
  return and(eq(tieRequest.fromNo, from), eq(tieRequest.toNo, to))
}
