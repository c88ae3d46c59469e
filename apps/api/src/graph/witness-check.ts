import type { Witness } from '@kith/trust-graph'
import type { SqlReader } from '../database/client.ts'
import { type AudienceRows, isInAudience } from './audience-check.ts'

/**
 * The witness check: the rules of may-see and heard (DESIGN section 3) as SQL, for one witness at a time. SqlReader that
 * load something begin `with ${checkWitnesses(...)}` and join `checked`, so that what is loaded was checked in the same
 * snapshot. It never searches: the engine proposes a chain, and this says whether that chain holds.
 *
 * The chains of a page share most of their people. So who has a tie with whom, blocks, pauses or does not carry is looked
 * up once for all proposals, by index, and each proposal is held against what was found.
 */

/** A post for a viewer and why he may see it, to be checked. */
export interface Proposal {
  readonly viewer: number
  readonly post: number
  readonly witness: Witness
  /** Proposals of one card are counted together. */
  readonly card: number
  /** Tables: read a moment ago, so that a refusal means that it has changed since; the engine is not at fault. */
  readonly from: 'engine' | 'tables'
}

/**
 * `proposed`: the proposals, numbered by `ord` in the given order. `checked`: those that hold, with `author`, the viewer's
 * own `tie` that it came by (null when there is none) and whether it is `heard`, as far as that depends on the viewer's
 * own settings; floor and K are the engine's.
 */
export function checkWitnesses(sql: SqlReader, proposals: readonly Proposal[], now: Date) {
  const chains = proposals.map(({ witness }) => (witness.way === 'chain' ? witness.chain : []))
  return sql`
    proposed as (
      select * from unnest(
        ${proposals.map((_, ord) => ord)}::int[],
        ${proposals.map(({ card }) => card)}::int[],
        ${proposals.map(({ viewer }) => viewer)}::int[],
        ${proposals.map(({ post }) => post)}::int[],
        ${proposals.map(({ witness }) => witness.way)}::text[],
        ${chains.map((chain) => (chain.length > 2 ? (chain[1] ?? null) : null))}::int[],
        ${chains.map((chain) => (chain.length > 3 ? (chain[2] ?? null) : null))}::int[]
      ) as w(ord, card, viewer, post, way, first, second)
    ),
    -- Of each proposal the viewer V, the carriers F and S, and the author A. By itself, like what follows, so that these
    -- few rows are looked up by index whatever the planner thinks of the rules below.
    found as materialized (
      select w.ord, w.card, w.viewer, w.way, w.first, w.second,
        post.no, post.author, post.form, post.all_ties, post.club, post.onward, post.expires_at, r.interest, r.verdict
      from proposed w
      join post on post.no = w.post and post.deleted_at is null
      left join recommendation r on r.post = post.no
    ),
    -- Whoever of them has a tie with another, or had one.
    met as materialized (
      select two.pair, t.lives
      from (
        select distinct ${pairOf(sql, sql`one`, sql`other`)} as pair, least(one, other) as low, greatest(one, other) as high
        from found p cross join lateral (values
          (p.viewer, p.author), (p.viewer, p.first), (p.viewer, p.second),
          (p.first, p.second), (p.first, p.author), (p.second, p.author)
        ) as pairs(one, other)
        where one <> other
      ) two
      cross join lateral (
        select t.ended_at is null as lives from tie t where t.low = two.low and t.high = two.high offset 0
      ) t
    ),
    chained as materialized (
      select p.*,
        ${tied(sql, sql`p.viewer`, sql`p.author`)} as tie_va,
        ${tied(sql, sql`p.viewer`, sql`p.first`)} as tie_vf,
        ${tied(sql, sql`p.viewer`, sql`p.second`)} as tie_vs,
        ${tied(sql, sql`p.first`, sql`p.second`)} as tie_fs,
        ${tied(sql, sql`p.first`, sql`p.author`)} as tie_fa,
        ${tied(sql, sql`p.second`, sql`p.author`)} as tie_sa
      from found p
    ),
    apart as materialized (
      select p.ord from block b join chained p
        on b.blocker in (p.viewer, p.first, p.second, p.author) and b.blocked in (p.viewer, p.first, p.second, p.author)
      where b.blocker = any(array(
        select unnest(array[f.viewer, f.first, f.second, f.author]) from found f
      ))
    ),
    checked as (
      select p.ord, p.card, p.viewer, p.no as post, p.way, p.first, p.second, p.author,
        case
          when p.way = 'own' then null
          when p.first is not null then p.first
          when p.tie_va then p.author
        end as tie,
        ${heard(sql)} as heard
      from chained p
      where (
          p.author = p.viewer or p.expires_at is null or p.expires_at > ${now.toISOString()}::timestamptz
          or ${hasAnswered(sql)}
        )
        and p.ord not in (select ord from apart)
        and case p.way
          when 'own' then p.author = p.viewer
          when 'chain' then ${travels(sql)}
          when 'addressed' then ${isAddressed(sql)}
          when 'club' then ${isOfClub(sql)}
          else false
        end
    )`
}

type Piece = ReturnType<SqlReader>

// `p` below is a row of `chained`: a proposal with its post. A subquery that does not mention it is run once for all.

// May-see, first way: the post travelled along p.viewer – p.first – p.second – p.author (the middle ones may be null).
function travels(sql: SqlReader): Piece {
  const ties = sql`(1 + (p.first is not null)::int + (p.second is not null)::int)`
  const onward = sql`(case when p.interest = 'paid' or p.verdict = 'against' then 0 else p.onward end)`
  return sql`(
    p.form = 'ties' and p.author <> p.viewer
    and (p.second is null or p.first is not null)
    and ${ties} <= 1 + ${onward}
    and case
      when p.first is null then p.tie_va
      when p.second is null then p.tie_vf and p.tie_fa
      else p.tie_vf and p.tie_fs and p.tie_sa
    end
    and (p.first is null or ${carries(sql, sql`p.first`)})
    and (p.second is null or ${carries(sql, sql`p.second`)})
    and ${isChosen(sql, sql`coalesce(p.second, p.first, p.viewer)`)}
    and (p.first is null or ${notLeftOut(sql, sql`p.viewer`, sql`p.tie_va`)})
    and (p.second is null or ${notLeftOut(sql, sql`p.first`, sql`p.tie_fa`)})
  )`
}

// May-see, second way. Whom a recommendation puts forward for a job is addressed by the question whether it may; until his
// yes nobody else is.
function isAddressed(sql: SqlReader): Piece {
  return sql`(
    exists (
      select from addressing a where a.post = p.no and a.person = p.viewer and p.form <> 'held' and p.tie_va offset 0
    )
    or p.form <> 'held' and exists (
      select from answer a join ask k on k.post = a.ask where a.post = p.no and k.author = p.viewer offset 0
    )
    or p.tie_va and exists (
      select from candidacy c where c.post = p.no and c.person = p.viewer and c.said is distinct from 'no' offset 0
    )
  )`
}

// An ask that is over exists for those who answered it, too.
function hasAnswered(sql: SqlReader): Piece {
  return sql`exists (
    select from answer a join post given on given.no = a.post
    where a.ask = p.no and given.author = p.viewer offset 0
  )`
}

// May-see, third way.
function isOfClub(sql: SqlReader): Piece {
  return sql`(
    p.form = 'club' and p.author <> p.viewer
    and exists (select from club_member c where c.club = p.club and c.person = p.viewer offset 0)
    and exists (select from club_member c where c.club = p.club and c.person = p.author offset 0)
  )`
}

// Heard, as far as the viewer's own word, pauses, hidden voices and answers to offers decide it.
function heard(sql: SqlReader): Piece {
  return sql`(case
    when p.way = 'own' then true
    when p.form = 'held' then false
    when p.interest = 'paid' and (not p.tie_va or not exists (
      select from tie_side s where s.owner = p.viewer and s.other = p.author and s.offers = 'yes' offset 0
    )) then false
    when p.way = 'addressed' then true
    when (p.viewer, p.author) in (
      select h.viewer, h.person from hidden_voice h where h.viewer = any(${viewers(sql)})
    ) then false
    when (p.viewer, p.no) in (
      select h.viewer, h.post from hidden_post h where h.viewer = any(${viewers(sql)})
    ) then false
    when p.way = 'club' then
      not exists (
        select from club_member c where c.club = p.club and c.person = p.viewer and c.paused offset 0
      )
      and not (p.tie_va and ${isPaused(sql, sql`p.author`)})
    else
      not ${isPaused(sql, sql`coalesce(p.first, p.author)`)}
      and (p.first is null or not p.tie_va)
      and (p.second is null or not p.tie_vs)
  end)`
}

/** Two persons as one number, whatever their order. */
function pairOf(sql: SqlReader, one: Piece, other: Piece): Piece {
  return sql`((least(${one}, ${other})::bigint << 32) + greatest(${one}, ${other}))`
}

/** Whether the two have a live tie; somebody who is not there has none. */
function tied(sql: SqlReader, one: Piece, other: Piece): Piece {
  return sql`(${pairOf(sql, one, other)} in (select pair from met where lives))`
}

function viewers(sql: SqlReader): Piece {
  return sql`array(select distinct f.viewer from found f)`
}

// Of a live tie of the viewer's.
function isPaused(sql: SqlReader, tie: Piece): Piece {
  return sql`((p.viewer, ${tie}) in (
    select s.owner, s.other from tie_side s where s.paused and s.owner = any(${viewers(sql)})
  ))`
}

function carries(sql: SqlReader, carrier: Piece): Piece {
  return sql`(${carrier} not in (
    select c.no from person c where not c.carries
      and c.no = any(array(select distinct unnest(array[f.first, f.second]) from found f))
  ))`
}

// Whether the author of `p` chose a live tie of his and did not except it: that one is in the audience now.
function isChosen(sql: SqlReader, tie: Piece): Piece {
  const ofPost: AudienceRows = {
    thing: sql`p.no`,
    among: sql`array(select f.no from found f)`,
    all: sql`p.all_ties`,
    people: sql`(select post as thing, person, excepted from post_person)`,
    circles: sql`(select post as thing, circle from post_circle)`,
  }
  return isInAudience(sql, ofPost, tie)
}

// The author's own choice is final: whoever has or had a tie with him is in the audience or left out.
function notLeftOut(sql: SqlReader, who: Piece, tied: Piece): Piece {
  return sql`(case
    when ${tied} then ${isChosen(sql, who)}
    else ${pairOf(sql, who, sql`p.author`)} not in (select pair from met where not lives)
  end)`
}
