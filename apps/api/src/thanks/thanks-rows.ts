import type { CircleKind } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { ringKind } from '../graph/told-posts.ts'

/** Thanks as one of those on their way may have them: with his neighbours, and nobody else. */
export interface ThanksRow {
  readonly no: number
  readonly post: number
  readonly words: string | null
  readonly at: Date
  /** How many ties lie between him and whoever thanks. */
  readonly place: number
  readonly from: Neighbour
  readonly to: Neighbour | null
}

export interface Neighbour {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly photo: string | null
  /** False: known to him from the club that the post is for. */
  readonly isTie: boolean
  readonly closeness: number | null
  readonly ring: CircleKind | null
}

export interface ThanksWish {
  readonly before: number | null
  readonly limit: number
  /** Of these alone; all when it is null. */
  readonly only: readonly number[] | null
}

/**
 * What came back to a viewer, newest first, as long as he has his neighbours on the way: a live tie, or the club that the
 * post is for. Between him and anybody on the way there is no block. Whether he may see the post is asked apart.
 */
export function selectThanks(sql: Sql, viewer: number, { before, limit, only }: ThanksWish) {
  return sql<ThanksRow[]>`
    select t.no, t.post, t.words, t.thanked_at as at, h.place, prev.neighbour as from, next.neighbour as to
    from thanks_hop h
    join thanks t on t.no = h.thanks
    join post p on p.no = t.post
    join lateral (${neighbourAt(sql, sql`h.place - 1`)}) prev on true
    left join lateral (${neighbourAt(sql, sql`h.place + 1`)}) next on true
    where h.person = ${viewer} and h.place > 0
      and (${before}::int is null or t.no < ${before}::int)
      and (${only}::int[] is null or t.no = any(${only}::int[]))
      and (p.author = h.person or next.neighbour is not null)
      and not exists (
        select from thanks_hop o join block b
          on (b.blocker, b.blocked) in ((h.person, o.person), (o.person, h.person))
        where o.thanks = h.thanks
      )
    order by t.no desc limit ${limit}`
}

// `h` is the hop of whoever reads, `p` the post that was thanked for.
function neighbourAt(sql: Sql, place: ReturnType<Sql>) {
  return sql`
    select jsonb_build_object('id', n.id, 'handle', n.handle, 'name', n.name, 'photo', n.image, 'isTie', tie.id is not null,
      'closeness', side.closeness, 'ring', ring.kind) as neighbour
    from thanks_hop o
    join person n on n.no = o.person
    left join tie on tie.low = least(h.person, n.no) and tie.high = greatest(h.person, n.no) and tie.ended_at is null
    left join tie_side side on side.owner = h.person and side.other = n.no and tie.id is not null
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
    where o.thanks = h.thanks and o.place = ${place} and (tie.id is not null or (
      p.form = 'club'
      and exists (select from club_member c where c.club = p.club and c.person = h.person)
      and exists (select from club_member c where c.club = p.club and c.person = n.no)
    ))`
}
