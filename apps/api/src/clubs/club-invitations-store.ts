import { ClubInvitation, SentClubInvitation } from '@kith/contract'
import { and, count, eq, gt, isNull } from 'drizzle-orm'
import type { Db, Sql } from '../database/client.ts'
import { clubInvitation } from '../database/tables/club-tables.ts'
import { presentTie } from '../graph/person-presentation.ts'
import { ringKind } from '../graph/told-posts.ts'
import type { PersonRow } from './club-rows.ts'

export type InvitationRow = typeof clubInvitation.$inferSelect
export type Pair = Pick<InvitationRow, 'club' | 'inviter' | 'invited'>

interface WaitingRow extends TieRow {
  invitationId: string
  made: Date
  clubName: string
  about: string | null
}

type TieRow = Pick<PersonRow, 'handle' | 'name' | 'photo' | 'closeness' | 'ring'> & { id: string }

/**
 * What waits for somebody's answer, the latest first: as long as he has a tie with whoever invites and is not in, and the
 * other is.
 */
export async function listWaiting(sql: Sql, viewer: number, since: Date): Promise<ClubInvitation[]> {
  const rows = await sql<WaitingRow[]>`
    select i.id as "invitationId", i.made_at as made, club.name as "clubName", club.about, ${tieColumns(sql)}
    from club_invitation i
    join club on club.no = i.club
    join club_member m on m.club = i.club and m.person = i.inviter
    ${joinTie(sql, sql`i.invited`, sql`i.inviter`)}
    where i.invited = ${viewer} and i.declined_at is null and i.made_at > ${since.toISOString()}::timestamptz
      and not exists (select from club_member mine where mine.club = i.club and mine.person = i.invited)
    order by i.made_at desc, i.id`
  return rows.map((row) =>
    ClubInvitation.parse({
      id: row.invitationId,
      club: { name: row.clubName, about: row.about },
      from: presentTie(row, row),
      made: row.made.toISOString(),
    }),
  )
}

/** Whom a member invited and who is not in, the latest first; whatever became of it, it looks the same. */
export async function listSent(
  sql: Sql,
  viewer: number,
  { club, since, lastsMs, only }: { club: string; since: Date; lastsMs: number; only: string | null },
): Promise<SentClubInvitation[]> {
  const rows = await sql<(TieRow & { invitationId: string; made: Date })[]>`
    select i.id as "invitationId", i.made_at as made, ${tieColumns(sql)}
    from club_invitation i
    join club on club.no = i.club and club.id = ${club}
    join club_member m on m.club = i.club and m.person = i.inviter
    ${joinTie(sql, sql`i.inviter`, sql`i.invited`)}
    where i.inviter = ${viewer} and i.withdrawn_at is null and i.made_at > ${since.toISOString()}::timestamptz
      and (${only}::uuid is null or i.id = ${only}::uuid)
    order by i.made_at desc, i.id`
  return rows.map((row) =>
    SentClubInvitation.parse({
      id: row.invitationId,
      to: presentTie(row, row),
      made: row.made.toISOString(),
      expires: new Date(row.made.getTime() + lastsMs).toISOString(),
    }),
  )
}

function tieColumns(sql: Sql) {
  return sql`p.id, p.handle, p.name, p.image as photo, side.closeness, ring.kind as ring`
}

// The owner's live tie with another, who is `p`.
function joinTie(sql: Sql, owner: ReturnType<Sql>, other: ReturnType<Sql>) {
  return sql`
    join person p on p.no = ${other}
    join tie_side side on side.owner = ${owner} and side.other = p.no
    join tie t on t.id = side.tie_id and t.ended_at is null
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true`
}

/** The invitation, or the mark of a declined and withdrawn one, if it has not run out. */
export async function findInvitation(tx: Db, pair: Pair, since: Date): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .select()
    .from(clubInvitation)
    .where(and(isOf(pair), gt(clubInvitation.madeAt, since)))
  return row
}

/** Invitations of all clubs that look open to their maker. */
export async function countOpen(db: Db, inviter: number, since: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(clubInvitation)
    .where(
      and(
        eq(clubInvitation.inviter, inviter),
        isNull(clubInvitation.withdrawnAt),
        gt(clubInvitation.madeAt, since),
      ),
    )
  return row?.n ?? 0
}

/** Saves an invitation in the place of one that ran out or was withdrawn. */
export async function saveInvitation(tx: Db, row: Omit<InvitationRow, 'withdrawnAt'>): Promise<void> {
  await tx.delete(clubInvitation).where(isOf(row))
  await tx.insert(clubInvitation).values(row)
}

/** An invitation that its receiver did not answer. */
export async function findUnanswered(
  db: Db,
  invited: number,
  id: string,
  since: Date,
): Promise<InvitationRow | undefined> {
  const [row] = await db
    .select()
    .from(clubInvitation)
    .where(
      and(
        eq(clubInvitation.id, id),
        eq(clubInvitation.invited, invited),
        isNull(clubInvitation.declinedAt),
        gt(clubInvitation.madeAt, since),
      ),
    )
  return row
}

export async function markDeclined(tx: Db, id: string, at: Date): Promise<void> {
  await tx.update(clubInvitation).set({ declinedAt: at }).where(eq(clubInvitation.id, id))
}

/** Withdraws an invitation of this person. A declined one stays as a mark that it was. */
export async function withdrawInvitation(
  tx: Db,
  inviter: number,
  id: string,
  at: Date,
): Promise<InvitationRow | undefined> {
  const isMine = and(
    eq(clubInvitation.id, id),
    eq(clubInvitation.inviter, inviter),
    isNull(clubInvitation.withdrawnAt),
  )
  const [gone] = await tx
    .delete(clubInvitation)
    .where(and(isMine, isNull(clubInvitation.declinedAt)))
    .returning()
  if (gone) return gone
  const [marked] = await tx.update(clubInvitation).set({ withdrawnAt: at }).where(isMine).returning()
  return marked
}

function isOf({ club, inviter, invited }: Pair) {
  return and(
    eq(clubInvitation.club, club),
    eq(clubInvitation.inviter, inviter),
    eq(clubInvitation.invited, invited),
  )
}
