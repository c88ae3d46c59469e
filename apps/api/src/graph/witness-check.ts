import type { Witness } from '@kith/trust-graph'
import type { SqlReader } from '../database/client.ts'

/**
 * The witness check: the rules of may-see and heard (DESIGN section 3) as SQL, for one witness at a time. SqlReader that
 * load something begin `with ${checkWitnesses(...)}` and join `checked`, so that what is loaded was checked in the same
 * snapshot. It never searches: the engine proposes a chain, and this says whether that chain holds. What it looks up it
 * finds by index: a few rows for each person on the chain.
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
    -- By itself, so that these few rows are looked up by index whatever the planner thinks of the rules below. Of the
    -- viewer V, the carriers F and S and the author A it says what two of them have: true a tie, false one that ended.
    found as materialized (
      select w.ord, w.card, w.viewer, w.way, w.first, w.second,
        post.no, post.author, post.form, post.all_ties, post.club, post.onward, post.expires_at, r.interest, r.verdict,
        ${tieOf(sql, sql`w.viewer`, sql`post.author`)} as tie_va,
        ${tieOf(sql, sql`w.viewer`, sql`w.first`)} as tie_vf,
        ${tieOf(sql, sql`w.viewer`, sql`w.second`)} as tie_vs,
        ${tieOf(sql, sql`w.first`, sql`w.second`)} as tie_fs,
        ${tieOf(sql, sql`w.first`, sql`post.author`)} as tie_fa,
        ${tieOf(sql, sql`w.second`, sql`post.author`)} as tie_sa
      from proposed w
      join post on post.no = w.post and post.deleted_at is null
      join recommendation r on r.post = post.no
    ),
    checked as (
      select p.ord, p.card, p.viewer, p.no as post, p.way, p.first, p.second, p.author,
        case
          when p.way = 'own' then null
          when p.first is not null then p.first
          when p.tie_va then p.author
        end as tie,
        ${heard(sql)} as heard
      from found p
      where (p.author = p.viewer or p.expires_at is null or p.expires_at > ${now.toISOString()}::timestamptz)
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

// `p` below is a row of `found`: a proposal with its post.

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
    and ${noneApart(sql, sql`array[p.viewer, p.first, p.second, p.author]`)}
    and not exists (select from person c where c.no in (p.first, p.second) and not c.carries offset 0)
    and ${isChosen(sql, sql`coalesce(p.second, p.first, p.viewer)`)}
    and (p.first is null or ${notLeftOut(sql, sql`p.viewer`, sql`p.tie_va`)})
    and (p.second is null or ${notLeftOut(sql, sql`p.first`, sql`p.tie_fa`)})
  )`
}

// May-see, second way.
function isAddressed(sql: SqlReader): Piece {
  return sql`(
    exists (
      select from addressing a where a.post = p.no and a.person = p.viewer
        and (a.addressed_as = 'answer' or p.tie_va)
      offset 0
    )
    and ${noneApart(sql, sql`array[p.viewer, p.author]`)}
  )`
}

// May-see, third way.
function isOfClub(sql: SqlReader): Piece {
  return sql`(
    p.form = 'club' and p.author <> p.viewer
    and exists (select from club_member c where c.club = p.club and c.person = p.viewer offset 0)
    and exists (select from club_member c where c.club = p.club and c.person = p.author offset 0)
    and ${noneApart(sql, sql`array[p.viewer, p.author]`)}
  )`
}

// Heard, as far as the viewer's own word, pauses, hidden voices and answers to offers decide it.
function heard(sql: SqlReader): Piece {
  return sql`(case
    when p.way = 'own' then true
    when p.interest = 'paid' and (p.tie_va is not true or not exists (
      select from tie_side s where s.owner = p.viewer and s.other = p.author and s.offers = 'yes' offset 0
    )) then false
    when p.way = 'addressed' then true
    when exists (select from hidden_voice h where h.viewer = p.viewer and h.person = p.author offset 0) then false
    when exists (select from hidden_post h where h.viewer = p.viewer and h.post = p.no offset 0) then false
    when p.way = 'club' then
      not exists (
        select from club_member c where c.club = p.club and c.person = p.viewer and c.paused offset 0
      )
      and (p.tie_va is not true or not ${isPaused(sql, sql`p.author`)})
    else
      not ${isPaused(sql, sql`coalesce(p.first, p.author)`)}
      and (p.first is null or p.tie_va is not true)
      and (p.second is null or p.tie_vs is not true)
  end)`
}

/** True a live tie of the two, false one that ended, null none or somebody who is not there. */
function tieOf(sql: SqlReader, one: Piece, other: Piece): Piece {
  return sql`(
    select t.ended_at is null from tie t
    where ${one} is not null and ${other} is not null
      and t.low = least(${one}, ${other}) and t.high = greatest(${one}, ${other})
    offset 0
  )`
}

// Of a live tie of the viewer's.
function isPaused(sql: SqlReader, tie: Piece): Piece {
  return sql`exists (
    select from tie_side s where s.owner = p.viewer and s.other = ${tie} and s.paused offset 0
  )`
}

function noneApart(sql: SqlReader, people: Piece): Piece {
  return sql`not exists (
    select from block b where b.blocker = any(${people}) and b.blocked = any(${people}) offset 0
  )`
}

// Whether the author of `p` chose a live tie of his and did not except it: that one is in the audience now.
function isChosen(sql: SqlReader, tie: Piece): Piece {
  return sql`(
    not exists (
      select from post_person x where x.post = p.no and x.person = ${tie} and x.excepted offset 0
    )
    and (
      p.all_ties
      or exists (
        select from post_person x where x.post = p.no and x.person = ${tie} and not x.excepted offset 0
      )
      or exists (
        select from post_circle pc join circle_member m on m.circle = pc.circle
        where pc.post = p.no and m.other = ${tie} offset 0
      )
    )
  )`
}

// The author's own choice is final: whoever has or had a tie with him is in the audience or left out.
function notLeftOut(sql: SqlReader, who: Piece, tie: Piece): Piece {
  return sql`(${tie} is null or (${tie} and ${isChosen(sql, who)}))`
}
