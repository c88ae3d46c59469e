import type { AudiencePreview, ShownTie } from '@kith/contract'
import type { Audience } from '@kith/trust-graph'
import type { SqlReader } from '../database/client.ts'
import { presentNamed, presentTie } from '../graph/person-presentation.ts'
import { ringKind } from '../graph/told-posts.ts'

type Ring1 = AudiencePreview['ring1']
type TiesAudience = Extract<Audience, { form: 'ties' }>

interface PersonRow {
  id: string
  handle: string
  name: string
  photo: string | null
  isTie: boolean
  closeness: number | null
  ring: ShownTie['ring'] | null
}

/**
 * Who can see a post of that audience now, exactly and by name: the author's ties who are in it, or the other members of the
 * club as he sees them; and whoever the post is addressed to.
 */
export async function selectRing1(
  sql: SqlReader,
  author: number,
  audience: Audience,
  post: number | undefined,
): Promise<Ring1> {
  const isClub = audience.form === 'club'
  const rows = await sql<PersonRow[]>`
    select * from (
      select other.id, other.handle, other.name, other.image as photo, side.closeness, ring.kind as ring, true as "isTie"
      from tie_side side
      join tie t on t.id = side.tie_id and t.ended_at is null
      join person other on other.no = side.other
      left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
      where side.owner = ${author} and (
        ${isAddressed(sql, post)} or ${isIn(sql, author, audience)}
      )
      ${isClub ? sql`union all ${untiedMembers(sql, author, audience.club)}` : sql``}
    ) seers order by lower(name), handle`
  return rows.map(present)
}

function present({ isTie, ...row }: PersonRow): Ring1[number] {
  return isTie ? presentTie(row, row) : presentNamed(row)
}

function isAddressed(sql: SqlReader, post: number | undefined) {
  return sql`(
    exists (select from addressing a where a.post = ${post ?? null}::int and a.person = side.other)
    or exists (
      select from answer a join ask k on k.post = a.ask where a.post = ${post ?? null}::int and k.author = side.other
    )
    -- Whatever he said: a no must look like silence.
    or exists (select from candidacy c where c.post = ${post ?? null}::int and c.person = side.other)
  )`
}

// What is in the notebook is its author's alone, but for whom he answers with it.
function isIn(sql: SqlReader, author: number, audience: Audience) {
  switch (audience.form) {
    case 'notebook':
      return sql`false`
    case 'club':
      return isMember(sql, author, audience.club)
    case 'ties':
      return isChosen(sql, audience)
  }
}

function isChosen(sql: SqlReader, { all, circles, singles, excepted }: TiesAudience) {
  return sql`(
    not side.other = any(${[...excepted]}::int[])
    and (
      ${all} or side.other = any(${[...singles]}::int[])
      or exists (
        select from circle_member m
        where m.owner = side.owner and m.other = side.other and m.circle = any(${[...circles]}::int[])
      )
    )
  )`
}

// A tie of the author's, and both are in the club: neither has blocked the other, or there were no tie.
function isMember(sql: SqlReader, author: number, club: number) {
  return sql`(
    exists (select from club_member m where m.club = ${club} and m.person = side.other)
    and exists (select from club_member m where m.club = ${club} and m.person = ${author})
  )`
}

// Members are named to each other in their club.
function untiedMembers(sql: SqlReader, author: number, club: number) {
  return sql`
    select other.id, other.handle, other.name, other.image, null, null, false
    from club_member m join person other on other.no = m.person
    where m.club = ${club} and m.person <> ${author}
      and exists (select from club_member mine where mine.club = m.club and mine.person = ${author})
      and not exists (
        select from tie t
        where t.low = least(m.person, ${author}) and t.high = greatest(m.person, ${author}) and t.ended_at is null
      )
      and not exists (
        select from block b
        where b.blocker in (m.person, ${author}) and b.blocked in (m.person, ${author})
      )`
}
