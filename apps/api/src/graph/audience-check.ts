import type { SqlReader } from '../database/client.ts'

type Piece = ReturnType<SqlReader>

/** Where the audience of something stands: a post, or a line of "you can ask me about …". */
export interface AudienceRows {
  /** What the audience is of, and all such things that the statement is about, as an array. */
  readonly thing: Piece
  readonly among: Piece
  /** Whether it is for all ties of its author's. */
  readonly all: Piece
  /** Rows of `thing`, `person` and `excepted`: single ties who were chosen, or left out. */
  readonly people: Piece
  /** Rows of `thing` and `circle`. */
  readonly circles: Piece
}

/** Whether a live tie of the author's is in the audience now: he chose him in one of the ways there are, and did not except him. */
export function isInAudience(sql: SqlReader, of: AudienceRows, tie: Piece): Piece {
  const single = (which: Piece) => sql`((${of.thing}, ${tie}) in (
    select x.thing, x.person from ${of.people} x where ${which} and x.thing = any(${of.among})
  ))`
  return sql`(
    not ${single(sql`x.excepted`)}
    and (
      ${of.all}
      or ${single(sql`not x.excepted`)}
      or exists (
        select from ${of.circles} pc join circle_member m on m.circle = pc.circle
        where pc.thing = ${of.thing} and m.other = ${tie} offset 0
      )
    )
  )`
}
