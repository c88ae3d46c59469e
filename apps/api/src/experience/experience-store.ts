import { MoveCause, Outcome, SubjectKind, type TakenBackBecause } from '@kith/contract'
import type { DatedExperience } from '@kith/trust-graph'
import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { experience, move } from '../database/tables/experience-tables.ts'
import { tie, tieSide } from '../database/tables/tie-tables.ts'
import type { Happened } from './experience-sum.ts'

const MILLION = 1_000_000

/** One side of a tie, by numbers. */
export interface SideKey {
  readonly owner: number
  readonly other: number
}

export interface NewMove extends Happened {
  readonly id: string
  readonly post: number | null
  /** By how much the strength changed. */
  readonly shift: number
}

/** A move as its table has it. */
export type MoveRow = typeof move.$inferSelect

/** The live tie's side, locked, so that what moves it takes turns and the tie does not end meanwhile. */
export async function lockSide(
  tx: Db,
  { owner, other }: SideKey,
): Promise<{ closeness: number | null } | undefined> {
  const [live] = await tx
    .select({ id: tie.id })
    .from(tie)
    .where(
      and(eq(tie.low, Math.min(owner, other)), eq(tie.high, Math.max(owner, other)), isNull(tie.endedAt)),
    )
    .for('share')
  if (!live) return undefined
  const [side] = await tx
    .select({ closeness: tieSide.closeness })
    .from(tieSide)
    .where(and(eq(tieSide.owner, owner), eq(tieSide.other, other)))
    .for('no key update')
  return side
}

/** The other person of a live tie of the owner's. */
export async function findOther(db: Db, owner: number, tieId: string): Promise<number | undefined> {
  const [row] = await db
    .select({ other: tieSide.other })
    .from(tieSide)
    .innerJoin(tie, eq(tie.id, tieSide.tieId))
    .where(and(eq(tieSide.owner, owner), eq(tieSide.tieId, tieId), isNull(tie.endedAt)))
  return row?.other
}

/** Everything that moved the side and was not taken back, in the order in which it happened. */
export async function listHappened(db: Db, side: SideKey): Promise<Happened[]> {
  const rows = await db
    .select()
    .from(move)
    .where(and(isOn(side), isNull(move.undoneAt)))
    .orderBy(asc(move.no))
  return rows.map((row) => ({
    cause: MoveCause.parse(row.cause),
    kind: SubjectKind.parse(row.kind),
    outcome: Outcome.parse(row.outcome),
    share: row.share,
    movedAt: row.movedAt,
  }))
}

/** The latest first, those taken back too, before the one with this number. */
export function listMoves(db: Db, side: SideKey, before: number | null, limit: number): Promise<MoveRow[]> {
  return db
    .select()
    .from(move)
    .where(and(isOn(side), before === null ? undefined : lt(move.no, before)))
    .orderBy(desc(move.no))
    .limit(limit)
}

export async function insertMove(tx: Db, side: SideKey, made: NewMove): Promise<void> {
  await tx.insert(move).values({ ...side, ...made })
}

/** The wish for less of a kind that stands, if there is one. */
export async function findLess(db: Db, side: SideKey, kind: SubjectKind): Promise<MoveRow | undefined> {
  const [row] = await db
    .select()
    .from(move)
    .where(and(isOn(side), eq(move.cause, 'less'), eq(move.kind, kind), isNull(move.undoneAt)))
  return row
}

/** A move of this side. */
export async function findMove(tx: Db, side: SideKey, id: string): Promise<MoveRow | undefined> {
  const [row] = await tx
    .select()
    .from(move)
    .where(and(isOn(side), eq(move.id, id)))
  return row
}

/** Takes a move back, or with null counts it again. */
export async function setUndone(
  tx: Db,
  no: number,
  undone: { at: Date; because: TakenBackBecause } | null,
): Promise<void> {
  await tx
    .update(move)
    .set({ undoneAt: undone?.at ?? null, undoneBecause: undone?.because ?? null })
    .where(eq(move.no, no))
}

/** The sides that what the owner said of this post moved, and which of it was taken back; by number of the other. */
export function listMovedBy(
  db: Db,
  owner: number,
  post: number,
): Promise<{ other: number; undoneAt: Date | null }[]> {
  return db
    .select({ other: move.other, undoneAt: move.undoneAt })
    .from(move)
    .where(and(eq(move.owner, owner), eq(move.post, post)))
    .orderBy(move.other)
}

export async function deleteMovesBy(tx: Db, side: SideKey, post: number): Promise<void> {
  await tx.delete(move).where(and(isOn(side), eq(move.post, post)))
}

/** What the engine is told of the side from now on. */
export async function saveExperience(tx: Db, side: SideKey, sums: readonly DatedExperience[]): Promise<void> {
  await tx.delete(experience).where(and(eq(experience.owner, side.owner), eq(experience.other, side.other)))
  if (sums.length === 0) return
  await tx.insert(experience).values(
    sums.map(({ kind, good, bad, day }) => ({
      ...side,
      kind: kind ?? null,
      good: Math.round(good * MILLION),
      bad: Math.round(bad * MILLION),
      day,
    })),
  )
}

function isOn({ owner, other }: SideKey) {
  return and(eq(move.owner, owner), eq(move.other, other))
}
