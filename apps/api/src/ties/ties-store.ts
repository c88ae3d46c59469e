import { CircleId, Closeness, type PersonId, RingPattern, TieId, type TieView } from '@kith/contract'
import { and, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Db } from '../database/client.ts'
import { careSide } from '../database/tables/care-tables.ts'
import { experience, move } from '../database/tables/experience-tables.ts'
import { invitation } from '../database/tables/invitation-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import { circle, circleMember, tie, tieSide } from '../database/tables/tie-tables.ts'
import { type Named, presentTie } from '../graph/person-presentation.ts'

/** What a person keeps about another, circles by their numbers. */
export interface Side {
  readonly owner: number
  readonly other: number
  readonly closeness: number | null
  readonly circles: readonly number[]
}

export interface TieRow {
  readonly id: TieId
  readonly low: number
  readonly high: number
  readonly madeAt: Date
  readonly endedAt: Date | null
}

const Circles = z.array(z.object({ id: CircleId, kind: RingPattern }))

/** The owner's live ties by name; one of them, or all. */
export async function listTies(db: Db, owner: number, only?: { tie: string } | { other: number }) {
  const circles = sql`coalesce((
    select json_agg(json_build_object('id', ${circle.id}, 'kind', ${circle.kind})
                    order by ${circle.position}, ${circle.slot})
    from ${circleMember} join ${circle} on ${circle.no} = ${circleMember.circle}
    where ${circleMember.owner} = ${tieSide.owner} and ${circleMember.other} = ${tieSide.other}), '[]'::json)`
  const awaits = sql<boolean>`exists (
    select from ${invitation} where ${invitation.tieId} = ${tie.id} and ${invitation.inviter} = ${tieSide.owner}
      and ${invitation.acceptedAt} is not null and ${invitation.confirmedAt} is null)`
  const rows = await db
    .select({
      id: tie.id,
      madeAt: tie.madeAt,
      closeness: tieSide.closeness,
      paused: tieSide.paused,
      offers: tieSide.offers,
      person: { id: person.id, handle: person.handle, name: person.name, photo: person.image },
      circles: sql<unknown>`${circles}`,
      awaits,
    })
    .from(tieSide)
    .innerJoin(tie, eq(tie.id, tieSide.tieId))
    .innerJoin(person, eq(person.no, tieSide.other))
    .where(and(eq(tieSide.owner, owner), isNull(tie.endedAt), onlyThat(only)))
    .orderBy(sql`lower(${person.name})`, person.handle)
  return rows.map(viewTie)
}

/** The owner's view of a live tie; undefined when there is none. */
export async function findTie(db: Db, owner: number, id: string): Promise<TieView | undefined> {
  return (await listTies(db, owner, { tie: id }))[0]
}

/** The owner's view of the live tie with a person; undefined when there is none. */
export async function findTieWith(db: Db, owner: number, other: number): Promise<TieView | undefined> {
  return (await listTies(db, owner, { other }))[0]
}

function onlyThat(only: { tie: string } | { other: number } | undefined) {
  if (only === undefined) return undefined
  return 'tie' in only ? eq(tie.id, only.tie) : eq(tieSide.other, only.other)
}

interface ListedTie {
  readonly id: string
  readonly madeAt: Date
  readonly closeness: number | null
  readonly paused: boolean
  readonly offers: string | null
  readonly person: Named
  readonly circles: unknown
  readonly awaits: boolean
}

function viewTie(row: ListedTie): TieView {
  const circles = Circles.parse(row.circles)
  return {
    id: TieId.parse(row.id),
    person: presentTie(row.person, {
      closeness: Closeness.nullable().parse(row.closeness),
      ring: circles[0]?.kind ?? null,
    }),
    circles: circles.map((one) => one.id),
    paused: row.paused,
    since: row.madeAt.toISOString(),
    awaitsConfirmation: row.awaits,
    offers: z.enum(['yes', 'no']).nullable().parse(row.offers),
  }
}

/** The live tie of that id which the person has; locked, so that it does not end meanwhile. */
export async function lockTie(tx: Db, owner: number, id: string): Promise<TieRow | undefined> {
  const [row] = await tx
    .select()
    .from(tie)
    .where(and(eq(tie.id, id), isNull(tie.endedAt), or(eq(tie.low, owner), eq(tie.high, owner))))
    .for('update')
  return row && { ...row, id: TieId.parse(row.id) }
}

/** The number of a live tie's person. The tie cannot end before this transaction does, so that nothing that stands on it outlives it. */
export async function lockTieWith(tx: Db, owner: number, id: PersonId): Promise<number | undefined> {
  const isPair = or(
    and(eq(tie.low, owner), eq(tie.high, person.no)),
    and(eq(tie.high, owner), eq(tie.low, person.no)),
  )
  const [row] = await tx
    .select({ no: person.no })
    .from(person)
    .innerJoin(tie, isPair)
    .where(and(eq(person.id, id), isNull(tie.endedAt)))
    .for('share', { of: tie })
  return row?.no
}

/** The tie of two persons, live or ended. */
export async function findPair(db: Db, one: number, other: number): Promise<TieRow | undefined> {
  const [row] = await db
    .select()
    .from(tie)
    .where(and(eq(tie.low, Math.min(one, other)), eq(tie.high, Math.max(one, other))))
  return row && { ...row, id: TieId.parse(row.id) }
}

/** Makes a tie, or makes an ended one live again; both sides begin unsorted. */
export async function saveTie(
  tx: Db,
  { id, one, other, at }: { id: string; one: number; other: number; at: Date },
): Promise<TieId> {
  const [row] = await tx
    .insert(tie)
    .values({ id, low: Math.min(one, other), high: Math.max(one, other), madeAt: at })
    .onConflictDoUpdate({ target: [tie.low, tie.high], set: { madeAt: at, endedAt: null } })
    .returning({ id: tie.id })
  const tieId = TieId.parse(row?.id)
  await tx
    .insert(tieSide)
    .values([
      { owner: one, other, tieId },
      { owner: other, other: one, tieId },
    ])
    .onConflictDoUpdate({
      target: [tieSide.owner, tieSide.other],
      set: { tieId, closeness: null, paused: false },
    })
  return tieId
}

/** Marks a tie as ended: what both kept about each other goes, but for an answer to offers, which is final. */
export async function markEnded(tx: Db, row: TieRow, at: Date): Promise<void> {
  await tx.update(tie).set({ endedAt: at }).where(eq(tie.id, row.id))
  await tx
    .delete(circleMember)
    .where(or(isSide(circleMember, row.low, row.high), isSide(circleMember, row.high, row.low)))
  await tx.update(tieSide).set({ closeness: null, paused: false }).where(eq(tieSide.tieId, row.id))
  for (const lived of [move, experience, careSide])
    await tx.delete(lived).where(or(isSide(lived, row.low, row.high), isSide(lived, row.high, row.low)))
}

export async function changeSide(
  tx: Db,
  side: { owner: number; other: number },
  set: { closeness?: number | null; paused?: boolean; offers?: 'yes' | 'no' },
): Promise<void> {
  if (Object.keys(set).length === 0) return
  await tx
    .update(tieSide)
    .set(set)
    .where(isSide(tieSide, side.owner, side.other))
}

/** Puts the other person into exactly these circles of the owner. */
export async function replaceCircles(tx: Db, side: Omit<Side, 'closeness'>): Promise<void> {
  const { owner, other } = side
  await tx.delete(circleMember).where(isSide(circleMember, owner, other))
  if (side.circles.length === 0) return
  await tx
    .insert(circleMember)
    .values(side.circles.map((no) => ({ circle: no, owner, other })))
    .onConflictDoNothing()
}

/** The numbers of those of the owner's circles that have these ids; none of them goes before the transaction ends. */
export async function circleNumbers(db: Db, owner: number, ids: readonly CircleId[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ no: circle.no })
    .from(circle)
    .where(and(eq(circle.owner, owner), inArray(circle.id, [...ids])))
    .for('key share')
  return rows.map((row) => row.no)
}

/** Those of these circle numbers that the owner still has; none of them goes before the transaction ends. */
export async function livingCircles(db: Db, owner: number, numbers: readonly number[]): Promise<number[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .select({ no: circle.no })
    .from(circle)
    .where(and(eq(circle.owner, owner), inArray(circle.no, [...numbers])))
    .for('key share')
  return rows.map((row) => row.no)
}

/** Takes turns with everybody else who makes ties or requests for one of these persons, in one order for all. */
export async function lockPersons(tx: Db, numbers: readonly number[]): Promise<void> {
  await tx
    .select({ no: person.no })
    .from(person)
    .where(inArray(person.no, [...numbers]))
    .orderBy(person.no)
    .for('no key update')
}

/** How many live ties a person has, and how many were made since a moment, ended ones counted too. */
export async function countTies(db: Db, no: number, since: Date): Promise<{ live: number; fresh: number }> {
  const mine = or(eq(tie.low, no), eq(tie.high, no))
  const [live] = await db
    .select({ n: count() })
    .from(tie)
    .where(and(mine, isNull(tie.endedAt)))
  const [fresh] = await db
    .select({ n: count() })
    .from(tie)
    .where(and(mine, gt(tie.madeAt, since)))
  return { live: live?.n ?? 0, fresh: fresh?.n ?? 0 }
}

function isSide(table: Record<'owner' | 'other', AnyPgColumn>, owner: number, other: number) {
  return and(eq(table.owner, owner), eq(table.other, other))
}
