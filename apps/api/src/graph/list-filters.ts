import { type Filters, SUBJECT_KINDS, type SubjectKind, USUAL_RADIUS } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { notFound } from '../http/refusals.ts'

const EARTH_KM = 6371
const KM_PER_DEGREE = 111

/**
 * The posts within so many kilometres of a place: those whose place is an entry of the gazetteer within the
 * radius, and those whose free text is that place's name. Undefined where nothing is asked; an unknown place is not found.
 */
export async function findPostsNear(
  sql: Sql,
  { near, km = USUAL_RADIUS }: Pick<Filters, 'near' | 'km'>,
): Promise<ReadonlySet<number> | undefined> {
  if (near === undefined) return undefined
  const radius = Number(km)
  const rows = await sql<{ post: number | null }[]>`
    with center as materialized (select * from place where id = ${near}),
    within as materialized (
      select p.id from center c join place p
        on p.latitude between c.latitude - ${radius / KM_PER_DEGREE}::float8 and c.latitude + ${radius / KM_PER_DEGREE}::float8
      where ${2 * EARTH_KM} * asin(least(1, sqrt(
        sin(radians(p.latitude - c.latitude) / 2) ^ 2
          + cos(radians(p.latitude)) * cos(radians(c.latitude)) * sin(radians(p.longitude - c.longitude) / 2) ^ 2
      ))) <= ${radius}
    ),
    found as (
      select r.post from within w join recommendation r on r.place_id = w.id
      union all
      select r.post from center c join recommendation r
        on r.place_id is null and kith_folded(r.place) in (c.folded, c.german_folded)
      union all
      select k.post from within w join ask k on k.place_id = w.id
      union all
      select k.post from center c join ask k
        on k.place_id is null and kith_folded(k.place) in (c.folded, c.german_folded)
    )
    select found.post from center left join found on true`
  if (rows.length === 0) throw notFound()
  return new Set(rows.flatMap(({ post }) => (post === null ? [] : [post])))
}

const DAYS = { week: 7, month: 30, year: 365 } as const
const DAY_SECONDS = 86_400

/** The earliest second, since 1970, of what is that young at `asOf`; undefined where nothing is asked. */
export function notBefore({ age }: Pick<Filters, 'age'>, asOf: number): number | undefined {
  return age && asOf - DAYS[age] * DAY_SECONDS
}

/** The number of one of the owner's circles. Somebody else's is not there. */
export async function findCircle(sql: Sql, owner: number, { circle }: Pick<Filters, 'circle'>) {
  if (circle === undefined) return undefined
  const [row] = await sql<{ no: number }[]>`select no from circle where id = ${circle} and owner = ${owner}`
  if (!row) throw notFound()
  return row.no
}

/** Filters as a cursor remembers them: equal if, and only if, they ask for the same. */
export function describeFilters(filters: Filters): readonly unknown[] {
  const { circle = null, near = null, km = USUAL_RADIUS, age = null, basis = null } = filters
  return [kindsOf(filters) ?? null, circle, near, near === null ? null : km, age, basis]
}

/** The kinds asked for, each once and in one order. */
export function kindsOf({ kinds }: Pick<Filters, 'kinds'>): readonly SubjectKind[] | undefined {
  return kinds && SUBJECT_KINDS.filter((kind) => kinds.includes(kind))
}
