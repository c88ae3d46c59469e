import { and, count, eq, ne, notExists, or, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { club, clubInvitation, clubMember } from '../database/tables/club-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import { block } from '../database/tables/tie-tables.ts'

export type ClubRow = typeof club.$inferSelect

/** A club that the person is a member of. */
export async function findOfMember(db: Db, no: number, id: string): Promise<ClubRow | undefined> {
  const [row] = await db
    .select({ club })
    .from(club)
    .innerJoin(clubMember, eq(clubMember.club, club.no))
    .where(and(eq(club.id, id), eq(clubMember.person, no)))
  return row?.club
}

/** The club of that id, so that nobody joins or leaves it before the transaction ends. */
async function lockById(tx: Db, id: string): Promise<ClubRow | undefined> {
  const [row] = await tx.select().from(club).where(eq(club.id, id)).for('update')
  return row
}

/** The same by its number. */
export async function lockClub(tx: Db, no: number): Promise<ClubRow | undefined> {
  const [row] = await tx.select().from(club).where(eq(club.no, no)).for('update')
  return row
}

/** A club that the person is a member of, locked; undefined for anybody else. Locked first and asked then: who waited for the lock must not go by what was before. */
export async function lockOfMember(tx: Db, no: number, id: string): Promise<ClubRow | undefined> {
  const row = await lockById(tx, id)
  return row && (await isMember(tx, row.no, no)) ? row : undefined
}

/** A club that the person is the host of, locked. */
export async function lockOfHost(tx: Db, no: number, id: string): Promise<ClubRow | undefined> {
  const row = await lockOfMember(tx, no, id)
  return row?.host === no ? row : undefined
}

export async function isMember(db: Db, clubNo: number, no: number): Promise<boolean> {
  const [row] = await db.select({ person: clubMember.person }).from(clubMember).where(isPlace(clubNo, no))
  return row !== undefined
}

export interface SeenMember {
  readonly no: number
  readonly handle: string
  readonly name: string
}

/** Another member of a club, unless one of the two has blocked the other. */
export async function findOther(
  db: Db,
  clubNo: number,
  viewer: number,
  id: string,
): Promise<SeenMember | undefined> {
  const blocked = db
    .select({ one: sql`1` })
    .from(block)
    .where(
      or(
        and(eq(block.blocker, viewer), eq(block.blocked, person.no)),
        and(eq(block.blocker, person.no), eq(block.blocked, viewer)),
      ),
    )
  const [row] = await db
    .select({ no: person.no, handle: person.handle, name: person.name })
    .from(person)
    .innerJoin(clubMember, and(eq(clubMember.club, clubNo), eq(clubMember.person, person.no)))
    .where(and(eq(person.id, id), ne(person.no, viewer), notExists(blocked)))
  return row
}

export async function countMembers(db: Db, clubNo: number): Promise<number> {
  const [row] = await db.select({ n: count() }).from(clubMember).where(eq(clubMember.club, clubNo))
  return row?.n ?? 0
}

/** In how many clubs somebody is. */
export async function countClubs(db: Db, no: number): Promise<number> {
  const [row] = await db.select({ n: count() }).from(clubMember).where(eq(clubMember.person, no))
  return row?.n ?? 0
}

/** Makes what this person founds, joins and invites take turns, so that limits hold. Before any club is locked. */
export async function lockPerson(tx: Db, no: number): Promise<void> {
  await tx.select({ no: person.no }).from(person).where(eq(person.no, no)).for('no key update')
}

export async function insertClub(tx: Db, made: typeof club.$inferInsert): Promise<number> {
  const [row] = await tx.insert(club).values(made).returning({ no: club.no })
  if (!row) throw new Error('expected a new club to have a number')
  return row.no
}

export async function updateClub(
  tx: Db,
  no: number,
  set: { name?: string; about?: string | null; host?: number },
): Promise<void> {
  if (Object.keys(set).length > 0) await tx.update(club).set(set).where(eq(club.no, no))
}

export async function insertMember(
  tx: Db,
  made: { club: number; person: number; joinedAt: Date },
): Promise<void> {
  await tx.insert(clubMember).values(made)
}

export async function pauseClub(tx: Db, clubNo: number, no: number, paused: boolean): Promise<void> {
  await tx.update(clubMember).set({ paused }).where(isPlace(clubNo, no))
}

export async function deleteMember(tx: Db, clubNo: number, no: number): Promise<void> {
  await tx.delete(clubMember).where(isPlace(clubNo, no))
}

/** Takes everybody out; answers whom. */
export async function deleteMembers(tx: Db, clubNo: number): Promise<number[]> {
  const rows = await tx
    .delete(clubMember)
    .where(eq(clubMember.club, clubNo))
    .returning({ person: clubMember.person })
  return rows.map((row) => row.person)
}

/** Forgets the invitations to a club: all, those to somebody, or those of somebody. Answers whom they concerned. */
export async function deleteInvitations(
  tx: Db,
  clubNo: number,
  only: { invited?: number; inviter?: number } = {},
): Promise<number[]> {
  const rows = await tx
    .delete(clubInvitation)
    .where(
      and(
        eq(clubInvitation.club, clubNo),
        only.invited === undefined ? undefined : eq(clubInvitation.invited, only.invited),
        only.inviter === undefined ? undefined : eq(clubInvitation.inviter, only.inviter),
      ),
    )
    .returning({ inviter: clubInvitation.inviter, invited: clubInvitation.invited })
  return [...new Set(rows.flatMap(({ inviter, invited }) => [inviter, invited]))]
}

function isPlace(clubNo: number, no: number) {
  return and(eq(clubMember.club, clubNo), eq(clubMember.person, no))
}
