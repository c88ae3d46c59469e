import type { CircleKind, SubjectKind } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { ringKind } from '../graph/told-posts.ts'

/** What is sought, and of whom alone it may come: posts at its place, where it names one. */
export interface Sought {
  readonly post: number
  readonly kind: SubjectKind
  /** Null: wherever it is. */
  readonly near: readonly number[] | null
}

/** A live tie of the asker's who could know, before anybody asked what the asker may see of that. */
export interface KnowingRow {
  readonly person: number
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly photo: string | null
  readonly closeness: number | null
  readonly ring: CircleKind | null
  readonly asked: boolean
  /** What he recommends of the kind, the latest first, five at most. */
  readonly posts: readonly number[]
}

// So many are looked at of whom a few are shown.
const MOST_TIES = 60
const MOST_POSTS = 5

/**
 * Ties who were asked directly, who recommend something of the kind or have a line about it, the first first: whoever was
 * asked, then by how much there is, then by the asker's own closeness. O(ties of the asker).
 */
export function selectKnowing(
  sql: Sql,
  asker: number,
  { post, kind, near }: Sought,
  withLine: readonly number[],
): Promise<KnowingRow[]> {
  return sql<KnowingRow[]>`
    select who.no as person, who.id, who.handle, who.name, who.image as photo, side.closeness, ring.kind as ring,
      directly.asked, said.posts
    from tie_side side
    join tie on tie.id = side.tie_id and tie.ended_at is null
    join person who on who.no = side.other
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
    cross join lateral (
      select exists (select from addressing a where a.post = ${post} and a.person = side.other) as asked
    ) directly
    cross join lateral (
      select coalesce(array_agg(found.post order by found.post desc), '{}') as posts
      from (
        select r.post from recommendation r
        join subject s on s.no = r.subject and s.kind = ${kind}
        join post p on p.no = r.post and p.deleted_at is null and p.form in ('ties', 'club')
        where r.author = side.other and r.verdict = 'recommend' and r.interest is distinct from 'paid'
          and (${near === null} or r.post = any(${[...(near ?? [])]}::int[]))
        order by r.post desc limit ${MOST_POSTS}
      ) found
    ) said
    where side.owner = ${asker}
      and (directly.asked or cardinality(said.posts) > 0 or side.other = any(${[...withLine]}::int[]))
    order by directly.asked desc, cardinality(said.posts) desc, side.closeness desc nulls last, who.no
    limit ${MOST_TIES}`
}

/** The posts about the place that an ask names in words of its own; null where it names none. */
export async function findPostsAtWords(sql: Sql, place: string | null): Promise<readonly number[] | null> {
  if (place === null) return null
  const rows = await sql<{ post: number }[]>`
    select r.post from recommendation r where r.place_id is null and kith_folded(r.place) = kith_folded(${place})
    union all
    select r.post from place p join recommendation r on r.place_id = p.id
    where kith_folded(${place}) in (p.folded, p.german_folded)`
  return rows.map(({ post }) => post)
}
