import { type AudienceHistory, LIMITS, type Moved, type ShownTie } from '@kith/contract'
import { and, desc, eq, notInArray, sql as piece } from 'drizzle-orm'
import type { Db, Sql } from '../database/client.ts'
import { audienceChange, audienceMove } from '../database/tables/audience-tables.ts'
import { presentTie } from '../graph/person-presentation.ts'
import { ringKind } from '../graph/told-posts.ts'

interface OwnChange {
  readonly post: number
  readonly at: Date
}

/**
 * Does something to who can see a post, and keeps whom of its author's ties that let in or out; nothing if nobody. In the
 * transaction of `work`, so that there is no change without its history.
 */
export async function keepHistory<T>(tx: Db, { post, at }: OwnChange, work: () => Promise<T>): Promise<T> {
  const before = await selectSeers(tx, post)
  const done = await work()
  const after = await selectSeers(tx, post)
  const moves = [
    ...[...after].filter((one) => !before.has(one)).map((person) => ({ person, cameIn: true })),
    ...[...before].filter((one) => !after.has(one)).map((person) => ({ person, cameIn: false })),
  ]
  if (moves.length > 0) await insertChange(tx, { post, at }, moves)
  return done
}

/** The author's live ties who can see a post of his now: its audience, and those whom it is addressed to. */
async function selectSeers(tx: Db, post: number): Promise<ReadonlySet<number>> {
  const rows = await tx.execute<{ person: number }>(piece`
    select side.other as person
    from post p
    join tie_side side on side.owner = p.author
    join tie t on t.id = side.tie_id and t.ended_at is null
    left join post_person x on x.post = p.no and x.person = side.other
    where p.no = ${post} and p.form in ('ties', 'club') and (
      exists (select from addressing a where a.post = p.no and a.person = side.other)
      or exists (select from answer a join ask k on k.post = a.ask where a.post = p.no and k.author = side.other)
      or exists (select from candidacy c where c.post = p.no and c.person = side.other)
      or exists (
        select from club_member mine join club_member m on m.club = mine.club
        where mine.club = p.club and mine.person = p.author and m.person = side.other
      )
      or x.excepted is not true and (
        p.all_ties or x.excepted is false
        or exists (
          select from post_circle pc join circle_member m on m.circle = pc.circle
          where pc.post = p.no and m.owner = p.author and m.other = side.other
        )
      )
    )`)
  return new Set(rows.map(({ person }) => person))
}

async function insertChange(
  tx: Db,
  { post, at: madeAt }: OwnChange,
  moves: readonly { person: number; cameIn: boolean }[],
): Promise<void> {
  const [row] = await tx.insert(audienceChange).values({ post, madeAt }).returning({ no: audienceChange.no })
  if (!row) throw new Error('expected a new change of an audience to have a number')
  await tx.insert(audienceMove).values(moves.map((move) => ({ change: row.no, ...move })))
  await forgetOldest(tx, post)
}

async function forgetOldest(tx: Db, post: number): Promise<void> {
  const latest = tx
    .select({ no: audienceChange.no })
    .from(audienceChange)
    .where(eq(audienceChange.post, post))
    .orderBy(desc(audienceChange.no))
    .limit(LIMITS.audienceChanges)
  await tx
    .delete(audienceChange)
    .where(and(eq(audienceChange.post, post), notInArray(audienceChange.no, latest)))
}

interface MoveRow {
  no: number
  madeAt: Date
  cameIn: boolean
  /** How many were moved that way. */
  count: number
  /** Their place in the order of names; null where none of them is a tie any more. */
  id: string | null
  handle: string
  name: string
  photo: string | null
  closeness: number | null
  ring: ShownTie['ring'] | null
}

/** What the author changed about who can see a post of his, newest first. By name come those who are his ties now. */
export async function readAudienceHistory(sql: Sql, author: number, post: number): Promise<AudienceHistory> {
  const rows = await sql<MoveRow[]>`
    with moved as (
      select c.no, c.made_at, m.came_in, count(*)::int as count, array_agg(m.person) as people
      from audience_change c join audience_move m on m.change = c.no
      where c.post = ${post}
      group by c.no, m.came_in
    )
    select moved.no, moved.made_at as "madeAt", moved.came_in as "cameIn", moved.count, named.*
    from moved
    left join lateral (
      select other.id, other.handle, other.name, other.image as photo, side.closeness, ring.kind as ring
      from tie_side side
      join tie t on t.id = side.tie_id and t.ended_at is null
      join person other on other.no = side.other
      left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
      where side.owner = ${author} and side.other = any(moved.people)
      order by lower(other.name), other.handle limit ${LIMITS.namedPerChange}
    ) named on true
    order by moved.no desc, lower(named.name), named.handle`
  const changes = [...Map.groupBy(rows, ({ no }) => no).values()]
  return {
    changes: changes.map((moves) => ({
      at: atOf(moves).toISOString(),
      cameIn: presentMoved(moves.filter(({ cameIn }) => cameIn)),
      wentOut: presentMoved(moves.filter(({ cameIn }) => !cameIn)),
    })),
  }
}

function atOf([first]: readonly MoveRow[]): Date {
  if (!first) throw new Error('expected a kept change of an audience to have moved somebody')
  return first.madeAt
}

function presentMoved(rows: readonly MoveRow[]): Moved {
  const ties = rows.flatMap(({ id, ...row }) => (id === null ? [] : [presentTie({ ...row, id }, row)]))
  return { ties, more: (rows[0]?.count ?? 0) - ties.length }
}
