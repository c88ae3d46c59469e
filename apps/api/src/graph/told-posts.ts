import type { CircleKind } from '@kith/contract'
import type { SqlReader } from '../database/client.ts'
import { checkWitnesses, type Proposal } from './witness-check.ts'

/**
 * What is told of any post, whatever it says: when, for whom, and how it came. Of people other than the viewer only those
 * are in the row who may be named: the statement itself leaves the others out.
 */
export interface ToldPost {
  /** The number of the proposal. */
  ord: number
  heard: boolean
  postId: string
  postNo: number
  created: Date
  since: Date
  form: 'notebook' | 'ties' | 'held' | 'club'
  allTies: boolean
  onward: 0 | 1 | 2
  hasCircles: boolean
  /** The club that it is for, where the viewer is in it. */
  clubId: string | null
  clubName: string
  authorId: string | null
  authorHandle: string
  authorName: string
  authorPhoto: string | null
  middleId: string | null
  middleHandle: string
  middleName: string
  middlePhoto: string | null
  tiePersonId: string | null
  tieHandle: string
  tieName: string
  tiePhoto: string | null
  closeness: number | null
  ring: CircleKind | null
}

export interface PostRequest {
  readonly proposals: readonly Proposal[]
  readonly heardOnly: boolean
  /** How many voices of a card are loaded; the others are checked and counted. */
  readonly perCard: number
  readonly now: Date
}

/** What the database answered, all of one snapshot. */
export interface PostAnswer<Row> {
  /** One past the newest transaction that the snapshot may have seen. */
  readonly horizon: bigint
  /** The numbers of the proposals that hold, whether they are loaded or not. */
  readonly held: readonly number[]
  /** In the order of the proposals. */
  readonly voices: readonly Row[]
}

type Piece = ReturnType<SqlReader>

// The first row says what holds, the others are the voices: what is only counted has no row of its own.
interface Holding {
  readonly horizon: string | null
  readonly held: readonly number[] | null
}

/** Checks the proposals and loads what holds, in one statement and snapshot. `told` selects a row for each of `shown k`. */
export async function selectTold<Row>(
  sql: SqlReader,
  { proposals, heardOnly, perCard, now }: PostRequest,
  told: Piece,
): Promise<PostAnswer<Row>> {
  const [holds, ...voices] = await sql<(Row & Holding)[]>`
    with ${checkWitnesses(sql, proposals, now)},
    placed as materialized (
      select c.*, row_number() over (partition by c.card order by c.ord) as place
      from checked c where c.heard or not ${heardOnly}
    ),
    shown as (select * from placed where place <= ${perCard}),
    told as (${told})
    select told.*, holds.horizon, holds.held
    from told
    full join (
      select pg_snapshot_xmax(pg_current_snapshot())::text as horizon, array(select k.ord from placed k order by k.ord) as held
    ) holds on false
    order by told.ord nulls first`
  return { horizon: BigInt(holds?.horizon ?? '0'), held: holds?.held ?? [], voices }
}

/** The columns of `ToldPost`, of `shown k` with what `toldJoins` joins. */
export function toldColumns(sql: SqlReader): Piece {
  return sql`k.ord, k.heard, p.id as "postId", p.no as "postNo", p.created_at as created, p.since, p.form,
    p.all_ties as "allTies", p.onward, exists (select from post_circle c where c.post = p.no offset 0) as "hasCircles",
    author.id as "authorId", author.handle as "authorHandle", author.name as "authorName", author.image as "authorPhoto",
    middle.id as "middleId", middle.handle as "middleHandle", middle.name as "middleName", middle.image as "middlePhoto",
    tie.id as "tiePersonId", tie.handle as "tieHandle", tie.name as "tieName", tie.image as "tiePhoto",
    club.id as "clubId", club.name as "clubName", side.closeness, ring.kind as ring`
}

/** Joins the post `p` of `shown k`, its club where the viewer is in it, and whoever may be named. */
export function toldJoins(sql: SqlReader): Piece {
  return sql`
    join post p on p.no = k.post
    left join club on club.no = p.club
      and exists (select from club_member c where c.club = p.club and c.person = k.viewer offset 0)
    left join person tie on tie.no = k.tie
    left join tie_side side on side.owner = k.viewer and side.other = k.tie
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
    -- Names: beyond my own ties only who is open, with everybody between us.
    left join person middle on middle.no = k.second and tie.open and middle.open
    left join person author on author.no = k.author and (
      k.way in ('own', 'club') or k.author = k.tie
      or (k.way = 'chain' and author.open and tie.open and (k.second is null or middle.no is not null))
    )`
}

/** How `owner` sorted `other`: the kind of the first circle that he is in. One row or none. */
export function ringKind(sql: SqlReader, owner: Piece, other: Piece): Piece {
  return sql`
    select c.kind from circle_member m join circle c on c.no = m.circle
    where m.owner = ${owner} and m.other = ${other} order by c.position, c.no limit 1`
}
