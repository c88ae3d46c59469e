import { Askable, CircleId, type OwnAskable, PersonId } from '@kith/contract'
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
  const audience: AudienceRows = {
    thing: sql`a.id`,
    among: sql`array[a.id]`,
    all: sql`a.all_ties`,
    people: sql`(select askable as thing, person, excepted from askable_person)`,
    circles: sql`(select askable as thing, circle from askable_circle)`,
  }
  const rows = await sql<(LineRow | { readonly id: null })[]>`
    select a.id, a.kind, a.place, a.place_id as "placeId", a.words
    from tie t
    left join askable a on a.person in (t.low, t.high) and a.person <> ${viewer}
      and ${isInAudience(sql, audience, sql`${viewer}::int`)}
    where t.id = ${tie} and t.ended_at is null and ${viewer}::int in (t.low, t.high)
    order by a.made_at, a.id`
  if (rows.length === 0) return undefined
  return rows.flatMap((row) => (row.id === null ? [] : [presentLine(row)]))
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
