import { Askable, CircleId, type OwnAskable, PersonId, type SubjectKind } from '@kith/contract'
import type { SqlReader } from '../database/client.ts'
import { type AudienceRows, isInAudience } from '../graph/audience-check.ts'

interface LineRow {
  readonly id: string
  readonly kind: string
  readonly place: string | null
  readonly placeId: number | null
  readonly words: string
}

/**
 * What the other person of a live tie can be asked about, as far as the viewer is in the audience now: decided by the same
 * rule as for posts, in the statement that loads the lines. Undefined where the viewer has no such tie.
 */
export async function selectAskables(
  sql: SqlReader,
  viewer: number,
  tie: string,
): Promise<Askable[] | undefined> {
  const rows = await sql<(LineRow | { readonly id: null })[]>`
    select a.id, a.kind, a.place, a.place_id as "placeId", a.words
    from tie t
    left join askable a on a.person in (t.low, t.high) and a.person <> ${viewer}
      and ${isInAudience(sql, audienceOf(sql, sql`array[a.id]`), sql`${viewer}::int`)}
    where t.id = ${tie} and t.ended_at is null and ${viewer}::int in (t.low, t.high)
    order by a.made_at, a.id`
  if (rows.length === 0) return undefined
  return rows.flatMap((row) => (row.id === null ? [] : [presentLine(row)]))
}

/**
 * Of which live ties the viewer may read a line about things of a kind, by number, with the first of each: by the same rule
 * as for posts, in one statement. O(his ties).
 */
export async function selectLinesAbout(
  sql: SqlReader,
  viewer: number,
  kind: SubjectKind,
): Promise<ReadonlyMap<number, string>> {
  const rows = await sql<{ person: number; words: string }[]>`
    with mine as materialized (
      select a.* from tie_side side
      join tie t on t.id = side.tie_id and t.ended_at is null
      join askable a on a.person = side.other and a.kind = ${kind}
      where side.owner = ${viewer}
    )
    select distinct on (a.person) a.person, a.words from mine a
    where ${isInAudience(sql, audienceOf(sql, sql`array(select id from mine)`), sql`${viewer}::int`)}
    order by a.person, a.made_at, a.id`
  return new Map(rows.map(({ person, words }) => [person, words]))
}

// `a` is the line.
function audienceOf(sql: SqlReader, among: AudienceRows['among']): AudienceRows {
  return {
    thing: sql`a.id`,
    among,
    all: sql`a.all_ties`,
    people: sql`(select askable as thing, person, excepted from askable_person)`,
    circles: sql`(select askable as thing, circle from askable_circle)`,
  }
}

interface OwnRow extends LineRow {
  readonly all: boolean
  readonly circles: string[]
  readonly singles: string[]
  readonly excepted: string[]
}

/** A person's own lines, the oldest first, with whom they are for; whoever is no tie any more is not named. */
export async function selectOwnAskables(sql: SqlReader, owner: number): Promise<OwnAskable[]> {
  const rows = await sql<OwnRow[]>`
    select a.id, a.kind, a.place, a.place_id as "placeId", a.words, a.all_ties as all,
      array(select c.id from askable_circle x join circle c on c.no = x.circle
            where x.askable = a.id order by c.position, c.no) as circles,
      ${listed(sql, false)} as singles, ${listed(sql, true)} as excepted
    from askable a where a.person = ${owner} order by a.made_at, a.id`
  return rows.map((row) => ({
    ...presentLine(row),
    audience: {
      form: 'ties',
      all: row.all,
      circles: row.circles.map((id) => CircleId.parse(id)),
      singles: row.singles.map((id) => PersonId.parse(id)),
      excepted: row.excepted.map((id) => PersonId.parse(id)),
    },
  }))
}

function listed(sql: SqlReader, excepted: boolean) {
  return sql`array(
    select other.id from askable_person x join person other on other.no = x.person
    join tie t on t.low = least(a.person, x.person) and t.high = greatest(a.person, x.person)
    where x.askable = a.id and x.excepted = ${excepted} and t.ended_at is null order by x.person
  )`
}

function presentLine({ id, kind, place, placeId, words }: LineRow): Askable {
  return Askable.parse({ id, kind, place, words, ...(placeId === null ? {} : { placeId }) })
}
