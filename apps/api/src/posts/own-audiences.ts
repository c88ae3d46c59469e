import { CircleId, ClubId, type Onward, type OwnSide, PersonId, type StandingAudience } from '@kith/contract'
import type { Audience } from '@kith/trust-graph'
import type { SqlReader } from '../database/client.ts'

/** What only its author sees of a post. */
export interface OwnPost {
  readonly no: number
  readonly audience: StandingAudience
  readonly numbers: Audience
  readonly onward: Onward
  readonly expires: Date | null
}

interface OwnRow {
  no: number
  form: 'notebook' | 'ties' | 'held' | 'club'
  all: boolean
  onward: Onward
  expires: Date | null
  circleIds: string[]
  circles: number[]
  singleIds: string[]
  singles: number[]
  exceptedIds: string[]
  excepted: number[]
  club: number | null
  /** Where he is in it. */
  clubId: string | null
}

/** The author's side of a post, as it is answered. */
export function presentOwn({ audience, onward, expires }: OwnPost): OwnSide {
  return { audience, onward, expires: expires?.toISOString() ?? null }
}

/** The audiences of an author's own posts, as he chose them; whoever is no tie any more is not named, nor a club that he left. */
export async function readOwnPosts(
  sql: SqlReader,
  author: number,
  posts: readonly number[],
): Promise<ReadonlyMap<number, OwnPost>> {
  const rows = await sql<OwnRow[]>`
    select p.no, p.form, p.all_ties as all, p.onward, p.expires_at as expires,
      array(select c.id from post_circle x join circle c on c.no = x.circle
            where x.post = p.no order by c.position, c.no) as "circleIds",
      array(select x.circle from post_circle x where x.post = p.no) as circles,
      ${listedIds(sql, false)} as "singleIds", ${listedNumbers(sql, false)} as singles,
      ${listedIds(sql, true)} as "exceptedIds", ${listedNumbers(sql, true)} as excepted,
      p.club, mine.id as "clubId"
    from post p
    left join club mine on mine.no = p.club
      and exists (select from club_member m where m.club = p.club and m.person = p.author)
    where p.author = ${author} and p.no = any(${[...posts]}::int[]) and p.deleted_at is null`
  return new Map(rows.map((row) => [row.no, ownPost(row)]))
}

function listedIds(sql: SqlReader, excepted: boolean) {
  return sql`array(
    select other.id from post_person x join person other on other.no = x.person
    join tie t on t.low = least(p.author, x.person) and t.high = greatest(p.author, x.person)
    where x.post = p.no and x.excepted = ${excepted} and t.ended_at is null order by x.person
  )`
}

function listedNumbers(sql: SqlReader, excepted: boolean) {
  return sql`array(select x.person from post_person x where x.post = p.no and x.excepted = ${excepted})`
}

function ownPost(row: OwnRow): OwnPost {
  const { no, onward, expires } = row
  return { no, onward, expires, audience: standingAudience(row), numbers: audienceNumbers(row) }
}

function standingAudience(row: OwnRow): StandingAudience {
  if (row.form === 'notebook') return { form: 'notebook' }
  if (row.form === 'club')
    return row.clubId === null ? { form: 'leftClub' } : { form: 'club', club: ClubId.parse(row.clubId) }
  return {
    form: 'ties',
    all: row.all,
    circles: row.circleIds.map((id) => CircleId.parse(id)),
    singles: row.singleIds.map((id) => PersonId.parse(id)),
    excepted: row.exceptedIds.map((id) => PersonId.parse(id)),
  }
}

function audienceNumbers({ form, all, circles, singles, excepted, club }: OwnRow): Audience {
  if (form === 'notebook') return { form: 'notebook' }
  if (club !== null) return { form: 'club', club }
  return { form: 'ties', all, circles, singles, excepted }
}
