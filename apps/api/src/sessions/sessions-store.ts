import { PersonId, type Session, SessionId } from '@kith/contract'
import { and, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { leftHandle, person, session } from '../database/tables/person-tables.ts'
import { setting } from '../database/tables/service-tables.ts'

const FIRST_PERSON = 'first-person-link'

/** The live sessions of a person, the latest first. */
export async function listSessions(db: Db, personId: string, current: string, now: Date): Promise<Session[]> {
  const rows = await db
    .select()
    .from(session)
    .where(and(eq(session.personId, personId), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt))
  return rows.map((row) => ({
    id: SessionId.parse(row.id),
    current: row.id === current,
    made: row.createdAt.toISOString(),
    expires: row.expiresAt.toISOString(),
    device: row.userAgent || null,
  }))
}

/** Ends one session of a person; answers whether there was one. */
export async function endSession(db: Db, personId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(session)
    .where(and(eq(session.id, id), eq(session.personId, personId)))
    .returning({ id: session.id })
  return rows.length > 0
}

/** Ends every session of a person but this one. */
export async function endOtherSessions(db: Db, personId: string, current: string): Promise<void> {
  await db.delete(session).where(and(eq(session.personId, personId), ne(session.id, current)))
}

export async function endSessions(db: Db, personId: string): Promise<void> {
  await db.delete(session).where(eq(session.personId, personId))
}

export interface DemoPerson {
  readonly id: PersonId
  readonly no: number
  readonly handle: string
  readonly name: string
}

/** Those of these handles that belong to people of the demo village. */
export async function findDemoPeople(db: Db, handles: readonly string[]): Promise<DemoPerson[]> {
  if (handles.length === 0) return []
  const rows = await db
    .select({ id: person.id, no: person.no, handle: person.handle, name: person.name })
    .from(person)
    .where(and(inArray(person.handle, [...handles]), person.demo))
  return rows.map((row) => ({ ...row, id: PersonId.parse(row.id) }))
}

export async function findNoByEmail(db: Db, email: string): Promise<number | undefined> {
  const [row] = await db
    .select({ no: person.no })
    .from(person)
    .where(eq(sql`lower(${person.email})`, email.toLowerCase()))
  return row?.no
}

/** Whether somebody has this handle, or had it: then it stays his. */
export async function isHandleTaken(db: Db, handle: string): Promise<boolean> {
  const rows = await db
    .select({ handle: person.handle })
    .from(person)
    .where(eq(person.handle, handle))
    .unionAll(db.select({ handle: leftHandle.handle }).from(leftHandle).where(eq(leftHandle.handle, handle)))
    .limit(1)
  return rows.length > 0
}

export async function findNoById(db: Db, id: string): Promise<number | undefined> {
  const [row] = await db.select({ no: person.no }).from(person).where(eq(person.id, id))
  return row?.no
}

export async function isEmpty(db: Db): Promise<boolean> {
  const rows = await db.select({ no: person.no }).from(person).limit(1)
  return rows.length === 0
}

/** Keeps the hash of the first person's link in the place of an earlier one. */
export async function saveFirstPersonLink(db: Db, value: Buffer): Promise<void> {
  await db
    .insert(setting)
    .values({ key: FIRST_PERSON, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
}

/** Uses the first person's link up; answers whether it was the right one and still there. */
export async function takeFirstPersonLink(tx: Db, value: Buffer): Promise<boolean> {
  const rows = await tx
    .delete(setting)
    .where(and(eq(setting.key, FIRST_PERSON), eq(setting.value, value)))
    .returning({ key: setting.key })
  return rows.length > 0
}
