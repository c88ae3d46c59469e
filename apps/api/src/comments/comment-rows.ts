import type { CircleKind } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { ringKind } from '../graph/told-posts.ts'
import { checkWitnesses, type Proposal } from '../graph/witness-check.ts'

/** A comment as the database lets its reader have it: of writers only those come who may be named to him. */
export interface CommentRow {
  no: number
  id: string
  text: string
  made: Date
  /** How the writer stands to the reader; null where nothing lets the reader name him. */
  named: 'self' | 'tie' | 'spoken' | 'club' | 'open' | null
  byAuthor: boolean
  removable: boolean
  writerId: string | null
  writerHandle: string
  writerName: string
  writerPhoto: string | null
  /** The reader's own tie by which he knows the writer, or the writer himself. */
  tieId: string | null
  tieHandle: string
  tieName: string
  tiePhoto: string | null
  closeness: number | null
  ring: CircleKind | null
  /** Of all that the reader may read. */
  count: number
}

export interface CommentWish {
  /** Only those after this number. */
  readonly after: number
  /** Only this one. */
  readonly id: string | null
  /** Only these; `count` is of them. */
  readonly among: readonly number[] | null
  readonly limit: number
}

/**
 * The comments below posts, oldest first, if the witnesses hold: checked and loaded in one snapshot. Whoever blocked the
 * reader or was blocked by him is left out, and out of the count.
 */
export function selectComments(
  sql: Sql,
  proposals: readonly Proposal[],
  { after, id, among, limit }: CommentWish,
  now: Date,
): Promise<CommentRow[]> {
  return sql<CommentRow[]>`
    with ${checkWitnesses(sql, proposals, now)},
    readable as (
      select c.no, c.id, c.text, c.made_at, c.writer, k.viewer, k.author, k.way, k.post
      from checked k join comment c on c.post = k.post
      where (${among}::int[] is null or c.no = any(${among}::int[])) and not exists (select from block b
        where (b.blocker = k.viewer and b.blocked = c.writer) or (b.blocker = c.writer and b.blocked = k.viewer))
    ),
    page as (
      select * from readable r
      where r.no > ${after} and (${id}::uuid is null or r.id = ${id}::uuid)
      order by r.no limit ${limit}
    ),
    known as (
      select p.*, t.tie as direct, carrier.no as carrier,
        case
          when p.writer = p.viewer then 'self'
          when t.tie is not null then 'tie'
          when p.author = p.viewer then 'spoken'
          when p.way = 'club' and ${isMember(sql)} then 'club'
          when carrier.no is not null then 'open'
        end as named
      from page p
      left join lateral (${liveTie(sql)}) t on true
      left join lateral (${openCarrier(sql)}) carrier on t.tie is null
    )
    select k.no, k.id, k.text, k.made_at as made, k.named, k.writer = k.author as "byAuthor",
      k.viewer in (k.writer, k.author) as removable,
      writer.id as "writerId", writer.handle as "writerHandle", writer.name as "writerName", writer.image as "writerPhoto",
      tie.id as "tieId", tie.handle as "tieHandle", tie.name as "tieName", tie.image as "tiePhoto", side.closeness, ring.kind as ring,
      (select count(*) from readable)::int as count
    from known k
    left join person writer on writer.no = k.writer and k.named is not null
    left join person tie on tie.no = coalesce(k.direct, case when k.named = 'open' then k.carrier end)
    left join tie_side side on side.owner = k.viewer and side.other = tie.no
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
    order by k.no`
}

// `p` below is a comment with its reader, `p.viewer`, and its writer, `p.writer`.

// The writer, where he is a tie of the reader's.
function liveTie(sql: Sql) {
  return sql`
    select p.writer as tie from tie
    where low = least(p.viewer, p.writer) and high = greatest(p.viewer, p.writer) and ended_at is null`
}

// Names beyond one's own ties: somebody between the two, tied to both, where both he and the writer are open.
function openCarrier(sql: Sql) {
  return sql`
    select m.no from person w
    join tie_side s on s.owner = p.viewer
    join tie mine on mine.id = s.tie_id and mine.ended_at is null
    join person m on m.no = s.other and m.open
    join tie theirs on theirs.low = least(m.no, w.no) and theirs.high = greatest(m.no, w.no) and theirs.ended_at is null
    where w.no = p.writer and w.open
      and not exists (select from block b where b.blocker in (m.no, w.no) and b.blocked in (m.no, w.no))
    order by m.no limit 1`
}

// The post is a club's: its members are named to each other on it.
function isMember(sql: Sql) {
  return sql`exists (
    select from post join club_member c on c.club = post.club where post.no = p.post and c.person = p.writer
  )`
}
