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
    -- By itself, so that these few rows are looked up by index whatever the planner thinks of the rules below.
    found as materialized (
      select w.ord, w.card, w.viewer, w.way, w.first, w.second,
        post.no, post.author, post.form, post.all_ties, post.club, post.onward, post.expires_at, r.interest, r.verdict
      from proposed w
      join post on post.no = w.post and post.deleted_at is null
      join recommendation r on r.post = post.no
    ),
    checked as (
      select p.ord, p.card, p.viewer, p.no as post, p.way, p.first, p.second, p.author,
        case
          when p.way = 'own' then null
          when p.first is not null then p.first
          when ${tied(sql, sql`p.viewer`, sql`p.author`)} then p.author
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
    and ${tied(sql, sql`p.viewer`, sql`coalesce(p.first, p.author)`)}
    and (p.first is null or ${tied(sql, sql`p.first`, sql`coalesce(p.second, p.author)`)})
    and (p.second is null or ${tied(sql, sql`p.second`, sql`p.author`)})
    and ${noneApart(sql, sql`array[p.viewer, p.first, p.second, p.author]`)}
    and not exists (select from person c where c.no in (p.first, p.second) and not c.carries)
    and ${inAudience(sql, sql`coalesce(p.second, p.first, p.viewer)`)}
    and (p.first is null or ${notLeftOut(sql, sql`p.viewer`)})
    and (p.second is null or ${notLeftOut(sql, sql`p.first`)})
  )`
}

// May-see, second way.
function isAddressed(sql: SqlReader): Piece {
  return sql`(
    exists (
      select from addressing a where a.post = p.no and a.person = p.viewer
        and (a.addressed_as = 'answer' or ${tied(sql, sql`p.viewer`, sql`p.author`)})
    )
    and ${noneApart(sql, sql`array[p.viewer, p.author]`)}
  )`
}

// May-see, third way.
function isOfClub(sql: SqlReader): Piece {
  return sql`(
    p.form = 'club' and p.author <> p.viewer
    and exists (select from club_member c where c.club = p.club and c.person = p.viewer)
    and exists (select from club_member c where c.club = p.club and c.person = p.author)
    and ${noneApart(sql, sql`array[p.viewer, p.author]`)}
  )`
}

// Heard, as far as the viewer's own word, pauses, hidden voices and answers to offers decide it.
function heard(sql: SqlReader): Piece {
  return sql`(case
    when p.way = 'own' then true
    when p.interest = 'paid' and not exists (
      select from tie_side s where s.owner = p.viewer and s.other = p.author and s.offers = 'yes'
        and ${tied(sql, sql`p.viewer`, sql`p.author`)}
    ) then false
    when p.way = 'addressed' then true
    when exists (select from hidden_voice h where h.viewer = p.viewer and h.person = p.author) then false
    when exists (select from hidden_post h where h.viewer = p.viewer and h.post = p.no) then false
    when p.way = 'club' then
      not exists (select from club_member c where c.club = p.club and c.person = p.viewer and c.paused)
      and not ${paused(sql, sql`p.author`)}
    else
      not ${paused(sql, sql`coalesce(p.first, p.author)`)}
      and (p.first is null or not ${tied(sql, sql`p.viewer`, sql`p.author`)})
      and (p.second is null or not ${tied(sql, sql`p.viewer`, sql`p.second`)})
  end)`
}

function tied(sql: SqlReader, one: Piece, other: Piece): Piece {
  return sql`exists (
    select from tie t where t.low = least(${one}, ${other}) and t.high = greatest(${one}, ${other})
      and t.ended_at is null
  )`
}

function paused(sql: SqlReader, other: Piece): Piece {
  return sql`(${tied(sql, sql`p.viewer`, other)} and exists (
    select from tie_side s where s.owner = p.viewer and s.other = ${other} and s.paused
  ))`
}

function noneApart(sql: SqlReader, people: Piece): Piece {
  return sql`not exists (select from block b where b.blocker = any(${people}) and b.blocked = any(${people}))`
}

// Whether somebody is in the audience of `p` now: a live tie of the author's whom he chose and did not except.
function inAudience(sql: SqlReader, who: Piece): Piece {
  return sql`(
    p.form = 'ties'
    and ${tied(sql, who, sql`p.author`)}
    and not exists (select from post_person x where x.post = p.no and x.person = ${who} and x.excepted)
    and (
      p.all_ties
      or exists (select from post_person x where x.post = p.no and x.person = ${who} and not x.excepted)
      or exists (
        select from post_circle pc join circle_member m on m.circle = pc.circle
        where pc.post = p.no and m.other = ${who}
      )
    )
  )`
}

// The author's own choice is final: whoever has or had a tie with him is in the audience or left out.
function notLeftOut(sql: SqlReader, who: Piece): Piece {
  return sql`(
    not exists (
      select from tie t where t.low = least(${who}, p.author) and t.high = greatest(${who}, p.author)
    )
    or ${inAudience(sql, who)}
  )`
}
