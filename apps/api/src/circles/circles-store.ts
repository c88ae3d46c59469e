import { CIRCLE_KINDS, Circle, type CircleKind, type Rhythm } from '@kith/contract'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { postCircle } from '../database/tables/post-tables.ts'
import { circle, circleMember } from '../database/tables/tie-tables.ts'

export interface CircleRow {
  readonly no: number
  readonly slot: number
  readonly position: number
  readonly circle: Circle
}

/** A person's circles in their order, each with how many ties are in it. */
export async function listCircles(db: Db, owner: number): Promise<CircleRow[]> {
  const members = sql<number>`(
    select count(*)::int from ${circleMember} where ${circleMember.circle} = ${circle.no})`
  const rows = await db
    .select({
      id: circle.id,
      no: circle.no,
      slot: circle.slot,
      name: circle.name,
      kind: circle.kind,
      readyMade: circle.readyMade,
      position: circle.position,
      rhythm: circle.rhythm,
      count: members,
    })
    .from(circle)
    .where(eq(circle.owner, owner))
    .orderBy(circle.position, circle.slot)
  return rows.map((row) => ({
    no: row.no,
    slot: row.slot,
    position: row.position,
    circle: Circle.parse(row),
  }))
}

/** Takes turns with everything else that this person does to the circles. */
export async function lockOwner(tx: Db, owner: number): Promise<void> {
  await tx.select({ no: person.no }).from(person).where(eq(person.no, owner)).for('no key update')
}

export interface NewCircle {
  readonly id: string
  readonly owner: number
  readonly slot: number
  readonly position: number
  readonly kind: CircleKind
  readonly name: string
}

export async function saveCircle(tx: Db, made: NewCircle): Promise<number> {
  const [row] = await tx
    .insert(circle)
    .values({ ...made, readyMade: false })
    .returning({ no: circle.no })
  if (!row) throw new Error('expected the new circle to have a number')
  return row.no
}

/** The seven circles that everybody begins with; answers their numbers. */
export async function saveReadyMade(tx: Db, owner: number, newId: () => string): Promise<number[]> {
  const rows = await tx
    .insert(circle)
    .values(
      CIRCLE_KINDS.map((kind, at) => ({ id: newId(), owner, slot: at, position: at, kind, readyMade: true })),
    )
    .returning({ no: circle.no })
  return rows.map((row) => row.no)
}

export async function changeCircle(
  tx: Db,
  no: number,
  set: { name?: string; kind?: CircleKind; rhythm?: Rhythm | null },
): Promise<void> {
  if (Object.keys(set).length > 0) await tx.update(circle).set(set).where(eq(circle.no, no))
}

export async function moveCircle(tx: Db, no: number, position: number): Promise<void> {
  await tx.update(circle).set({ position }).where(eq(circle.no, no))
}

/** Removes a circle; answers whom it held and which posts were for it. */
export async function removeCircle(
  tx: Db,
  owner: number,
  no: number,
): Promise<{ members: number[]; posts: number[] }> {
  const members = await tx
    .select({ other: circleMember.other })
    .from(circleMember)
    .where(and(eq(circleMember.owner, owner), eq(circleMember.circle, no)))
  const posts = await tx.select({ post: postCircle.post }).from(postCircle).where(eq(postCircle.circle, no))
  await tx.delete(circle).where(eq(circle.no, no))
  return { members: members.map((row) => row.other), posts: posts.map((row) => row.post) }
}
