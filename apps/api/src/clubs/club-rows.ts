import type { CircleKind } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { ringKind } from '../graph/told-posts.ts'

type Piece = ReturnType<Sql>

/** Somebody as he appears to a member: columns of `shownPerson`. */
export interface PersonRow {
  id: string | null
  handle: string
  name: string
  photo: string | null
  isSelf: boolean
  isTie: boolean
  closeness: number | null
  ring: CircleKind | null
}

export interface ClubViewRow {
  clubId: string
  clubName: string
  about: string | null
  paused: boolean
  count: number
  host: PersonRow
}

/** The clubs that somebody is a member of, by name; one of them, or all. Whom he does not see is not the host and not counted. */
export async function selectClubs(sql: Sql, viewer: number, only: string | null): Promise<ClubViewRow[]> {
  const rows = await sql<(Omit<ClubViewRow, 'host'> & PersonRow)[]>`
    select club.id as "clubId", club.name as "clubName", club.about, mine.paused,
      (select count(*)::int from club_member m where m.club = club.no and ${seeEachOther(sql, viewer, sql`m.person`)}),
      ${personColumns(sql, viewer)}
    from club_member mine
    join club on club.no = mine.club
    left join person p on p.no = club.host and ${seeEachOther(sql, viewer, sql`p.no`)}
    ${joinTie(sql, viewer)}
    where mine.person = ${viewer} and (${only}::uuid is null or club.id = ${only}::uuid)
    order by lower(club.name), club.no`
  return rows.map(({ clubId, clubName, about, paused, count, ...host }) => ({
    clubId,
    clubName,
    about,
    paused,
    count,
    host,
  }))
}

export interface MembersWish {
  readonly club: string
  /** Letters of a name or a handle; all if there are none. */
  readonly q: string
  /** Only those behind this name and handle. */
  readonly after: { readonly name: string; readonly handle: string } | null
  readonly limit: number
}

export interface MemberRow extends PersonRow {
  /** Where he stands in the order of names. */
  sortName: string
  count: number
}

/** The members whom a member sees, by name; nobody for whoever is no member. O(members). */
export function selectMembers(
  sql: Sql,
  viewer: number,
  { club, q, after, limit }: MembersWish,
): Promise<MemberRow[]> {
  return sql<MemberRow[]>`
    with meant as (
      select p.*, lower(p.name) as sort_name
      from club join club_member mine on mine.club = club.no and mine.person = ${viewer}
      join club_member m on m.club = club.no
      join person p on p.no = m.person
      where club.id = ${club} and ${seeEachOther(sql, viewer, sql`p.no`)}
        and (position(kith_folded(${q}) in kith_folded(p.name)) > 0 or position(lower(${q}) in p.handle) > 0)
    )
    select p.sort_name as "sortName", (select count(*)::int from meant), ${personColumns(sql, viewer)}
    from meant p
    ${joinTie(sql, viewer)}
    where ${after === null} or (p.sort_name, p.handle) > (${after?.name ?? ''}, ${after?.handle ?? ''})
    order by p.sort_name, p.handle limit ${limit}`
}

/** Whether neither of the two has blocked the other. */
export function seeEachOther(sql: Sql, viewer: number, other: Piece): Piece {
  return sql`not exists (
    select from block b
    where (b.blocker = ${viewer} and b.blocked = ${other}) or (b.blocker = ${other} and b.blocked = ${viewer})
  )`
}

// `p` is the person; a tie of the viewer's is `side` with its `ring`.
function personColumns(sql: Sql, viewer: number): Piece {
  return sql`
    p.id, p.handle, p.name, p.image as photo, p.no is not distinct from ${viewer} as "isSelf", side.owner is not null as "isTie",
    side.closeness, ring.kind as ring`
}

function joinTie(sql: Sql, viewer: number): Piece {
  return sql`
    left join tie_side side on side.owner = ${viewer} and side.other = p.no
      and exists (select from tie t where t.id = side.tie_id and t.ended_at is null)
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true`
}
