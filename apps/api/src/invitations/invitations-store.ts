import {
  CircleId,
  Closeness,
  Enclosure,
  type Invitation,
  InvitationId,
  type InvitationState,
  PostId,
} from '@kith/contract'
import { and, count, desc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '../database/client.ts'
import { invitation, invitationEnclosure } from '../database/tables/invitation-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import { addressing, post, recommendation, subject } from '../database/tables/post-tables.ts'
import { circle, tie } from '../database/tables/tie-tables.ts'

export type InvitationRow = typeof invitation.$inferSelect

/** What an invitation is now. */
export function stateOf(row: InvitationRow, now: Date): InvitationState {
  if (row.acceptedAt) return 'used'
  if (row.revokedAt) return 'revoked'
  return row.expiresAt > now ? 'live' : 'expired'
}

export async function saveInvitation(
  tx: Db,
  row: typeof invitation.$inferInsert,
  enclosures: readonly { post: number; enclosure: Enclosure }[],
): Promise<void> {
  await tx.insert(invitation).values(row)
  if (enclosures.length === 0) return
  await tx
    .insert(invitationEnclosure)
    .values(enclosures.map((one, position) => ({ invitation: row.id, position, ...one })))
}

export async function countOpen(db: Db, inviter: number, now: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(invitation)
    .where(and(eq(invitation.inviter, inviter), isOpen(now)))
  return row?.n ?? 0
}

/** The invitation behind a secret, locked against being accepted twice when `lock` says so. */
export async function findBySecret(
  db: Db,
  secretHash: Buffer,
  { lock }: { lock: boolean },
): Promise<InvitationRow | undefined> {
  const query = db.select().from(invitation).where(eq(invitation.secretHash, secretHash))
  const [row] = lock ? await query.for('update') : await query
  return row
}

/** Takes back an invitation that nobody accepted; answers whether there was one of that person's. */
export async function revokeInvitation(
  tx: Db,
  inviter: number,
  id: string,
  at: Date,
): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.id, id), eq(invitation.inviter, inviter)))
    .for('update')
  if (row && !row.acceptedAt && !row.revokedAt) {
    await tx.update(invitation).set({ revokedAt: at }).where(eq(invitation.id, id))
  }
  return row
}

export async function markAccepted(
  tx: Db,
  id: string,
  set: { acceptedAt: Date; acceptedBy: number; tieId: string; confirmedAt: Date | null },
): Promise<void> {
  await tx.update(invitation).set(set).where(eq(invitation.id, id))
}

/** The accepted invitation of this inviter that made a tie; locked. */
export async function lockByTie(tx: Db, inviter: number, tieId: string): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.tieId, tieId), eq(invitation.inviter, inviter)))
    .orderBy(desc(invitation.acceptedAt))
    .limit(1)
    .for('update')
  return row
}

export async function markConfirmed(tx: Db, inviter: number, tieId: string, at: Date): Promise<void> {
  await tx
    .update(invitation)
    .set({ confirmedAt: at })
    .where(and(eq(invitation.tieId, tieId), eq(invitation.inviter, inviter), isNull(invitation.confirmedAt)))
}

/** A person's latest invitations, newest first. */
export async function listInvitations(
  db: Db,
  inviter: number,
  now: Date,
  only?: string,
): Promise<Invitation[]> {
  const enclosed = sql<unknown>`coalesce((
    select json_agg(${post.id} order by ${invitationEnclosure.position})
    from ${invitationEnclosure} join ${post} on ${post.no} = ${invitationEnclosure.post}
    where ${invitationEnclosure.invitation} = ${invitation.id} and ${post.deletedAt} is null), '[]'::json)`
  const rows = await db
    .select({ row: invitation, enclosed, acceptedName: person.name, liveTie: tie.id })
    .from(invitation)
    .leftJoin(person, eq(person.no, invitation.acceptedBy))
    .leftJoin(tie, and(eq(tie.id, invitation.tieId), isNull(tie.endedAt)))
    .where(and(eq(invitation.inviter, inviter), only === undefined ? undefined : eq(invitation.id, only)))
    .orderBy(desc(invitation.madeAt))
    .limit(200)
  const circles = await circleIds(db, inviter)
  return rows.map(({ row, enclosed: posts, acceptedName, liveTie }) => ({
    id: InvitationId.parse(row.id),
    secret: null,
    state: stateOf(row, now),
    note: row.note,
    enclosures: z.array(PostId).parse(posts),
    circles: row.circles.flatMap((no) => circles.get(no) ?? []),
    closeness: Closeness.nullable().parse(row.closeness),
    sittingTogether: row.sittingTogether,
    made: row.madeAt.toISOString(),
    expires: row.expiresAt.toISOString(),
    acceptedBy:
      acceptedName !== null && liveTie !== null
        ? { tie: liveTie, name: acceptedName, confirmed: row.confirmedAt !== null }
        : null,
  }))
}

async function circleIds(db: Db, owner: number): Promise<Map<number, CircleId[]>> {
  const rows = await db.select({ no: circle.no, id: circle.id }).from(circle).where(eq(circle.owner, owner))
  return new Map(rows.map((row) => [row.no, z.array(CircleId).parse([row.id])]))
}

/** The inviter's own recommendations with these ids, as they stand now, for enclosing. */
export async function readEnclosures(
  db: Db,
  author: number,
  ids: readonly PostId[],
  now: Date,
): Promise<Map<string, { post: number; form: string; enclosure: Enclosure }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: post.id, no: post.no, form: post.form, said: recommendation, kind: subject.kind })
    .from(post)
    .innerJoin(recommendation, eq(recommendation.post, post.no))
    .innerJoin(subject, eq(subject.no, recommendation.subject))
    .where(
      and(
        eq(post.author, author),
        inArray(post.id, [...ids]),
        isNull(post.deletedAt),
        or(isNull(post.expiresAt), gt(post.expiresAt, now)),
      ),
    )
  return new Map(
    rows.map(({ id, no, form, said, kind }) => [id, { post: no, form, enclosure: encloseWords(said, kind) }]),
  )
}

function encloseWords(said: typeof recommendation.$inferSelect, kind: string): Enclosure {
  const { title, place, creator, year, trade, region, role, field, verdict, interest, language } = said
  return Enclosure.parse({
    subject: { kind, title, place, creator, year, trade, region, role, field },
    verdict,
    interest,
    words: {
      why: said.why,
      forWhom: said.forWhom,
      notForWhom: said.notForWhom,
      basis: said.basis,
      when: said.whenSaid,
      price: said.price,
      link: said.link,
      contact: said.contact,
      interestWords: said.interestWords,
      partnersSought: said.partnersSought,
      occasion: said.occasion,
      hours: said.hours,
      ends: said.ends,
    },
    language,
  })
}

/** What lies in an invitation: the words of that day, of posts that are still there and not held. */
export async function listEnclosures(
  db: Db,
  id: string,
  now: Date,
): Promise<{ post: number; enclosure: Enclosure }[]> {
  const rows = await db
    .select({ post: invitationEnclosure.post, enclosure: invitationEnclosure.enclosure })
    .from(invitationEnclosure)
    .innerJoin(post, eq(post.no, invitationEnclosure.post))
    .where(
      and(
        eq(invitationEnclosure.invitation, id),
        isNull(post.deletedAt),
        ne(post.form, 'held'),
        or(isNull(post.expiresAt), gt(post.expiresAt, now)),
      ),
    )
    .orderBy(invitationEnclosure.position)
  return rows.map((row) => ({ post: row.post, enclosure: Enclosure.parse(row.enclosure) }))
}

/** Addresses posts to a person as a tie; those that already are stay as they are. */
export async function addressPosts(tx: Db, posts: readonly number[], to: number, at: Date): Promise<void> {
  if (posts.length === 0) return
  await tx
    .insert(addressing)
    .values(posts.map((no) => ({ post: no, person: to, madeAt: at })))
    .onConflictDoNothing()
}

export async function findName(db: Db, no: number): Promise<string> {
  const [row] = await db.select({ name: person.name }).from(person).where(eq(person.no, no))
  if (!row) throw new Error(`expected person ${no} to be there`)
  return row.name
}

/** Takes turns with everything else that this person invites with. */
export async function lockInviter(tx: Db, no: number): Promise<void> {
  await tx.select({ no: person.no }).from(person).where(eq(person.no, no)).for('no key update')
}

function isOpen(now: Date) {
  return and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now))
}
