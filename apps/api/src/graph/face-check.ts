import type { SqlReader } from '../database/client.ts'

type Piece = ReturnType<SqlReader>

/**
 * Whether a viewer may have the face of the person `p`, as the rule "Names" decides on what stands in the tables: himself, a
 * tie, somebody of a club of both, or somebody open at the end of a chain of open people. What somebody did that shows his
 * name alone, a tie request or a comment, shows no face.
 */
export function mayHaveFace(sql: SqlReader, viewer: number): Piece {
  return sql`(
    p.no = ${viewer}
    or ${isTied(sql, sql`${viewer}::int`, sql`p.no`)}
    or not ${isApart(sql, sql`${viewer}::int`, sql`p.no`)} and (
      exists (
        select from club_member mine join club_member his on his.club = mine.club
        where mine.person = ${viewer} and his.person = p.no
      )
      or p.open and (${isBehindOne(sql, viewer)} or ${isBehindTwo(sql, viewer)})
    )
  )`
}

function isBehindOne(sql: SqlReader, viewer: number): Piece {
  return sql`exists (
    select from (${openTies(sql, sql`${viewer}::int`)}) m where ${isTied(sql, sql`m.no`, sql`p.no`)}
  )`
}

function isBehindTwo(sql: SqlReader, viewer: number): Piece {
  return sql`exists (
    select from (${openTies(sql, sql`p.no`)}) n
    cross join lateral (${openTies(sql, sql`n.no`)}) m
    where n.no <> ${viewer} and m.no <> p.no and ${isTied(sql, sql`m.no`, sql`${viewer}::int`)}
      and not ${isApart(sql, sql`n.no`, sql`${viewer}::int`)} and not ${isApart(sql, sql`m.no`, sql`p.no`)}
  )`
}

function openTies(sql: SqlReader, of: Piece): Piece {
  return sql`
    select o.no from tie_side s
    join tie t on t.id = s.tie_id and t.ended_at is null
    join person o on o.no = s.other and o.open
    where s.owner = ${of}`
}

function isTied(sql: SqlReader, one: Piece, other: Piece): Piece {
  return sql`exists (
    select from tie t where t.low = least(${one}, ${other}) and t.high = greatest(${one}, ${other}) and t.ended_at is null
  )`
}

function isApart(sql: SqlReader, one: Piece, other: Piece): Piece {
  return sql`exists (select from block b where (b.blocker, b.blocked) in ((${one}, ${other}), (${other}, ${one})))`
}
