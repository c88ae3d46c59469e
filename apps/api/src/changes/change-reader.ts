import { z } from 'zod'
import type { Sql, SqlReader } from '../database/client.ts'
import { CHANGE_KINDS, type Change } from './change-kinds.ts'
import type { Position } from './change-log.ts'

const ChangeRow = z.discriminatedUnion('paired', [
  z.object({
    paired: z.literal(true),
    kind: z.enum(['tie', 'side', 'circle', 'block', 'addressing', 'answer', 'membership', 'notification']),
    a: z.int(),
    b: z.int(),
  }),
  z.object({
    paired: z.literal(false),
    kind: z.enum([
      'person',
      'hidden',
      'post',
      'clubs',
      'requests',
      'invitations',
      'introductions',
      'look',
      'threads',
      'sessions',
    ]),
    a: z.int(),
  }),
])

export type Batch =
  /** All changes of transactions in [asked position, `position`); `more` of later ones could be read now. */
  | {
      readonly kind: 'changes'
      readonly changes: readonly Change[]
      readonly position: Position
      readonly more: boolean
    }
  /** The log was pruned past the asked position: the follower must rebuild. */
  | { readonly kind: 'behind' }

// Whoever starts from a snapshot may have a day to read. A batch holds about so many changes, so that reading their rows
// takes a moment and not longer than a statement may.
const BATCH = 5_000

/** Between which positions one can follow the log. */
export interface LogBounds {
  /** The log was pruned below it. */
  readonly floor: Position
  /** No transaction has come so far yet. */
  readonly next: Position
}

interface Row {
  upto: string
  more: boolean
  behind: boolean
  kind: string | null
  a: number | null
  b: number | null
}

/**
 * Reads what changed since a position. One statement, so one snapshot: a transaction that is still open is above the
 * horizon and therefore in a later batch, however late it commits. Each distinct change comes once, in no order. Of a long
 * log the first part is answered, which ends with a whole transaction.
 */
export async function readChanges(sql: Sql, since: Position): Promise<Batch> {
  const rows = await sql<Row[]>`
    with now as (
      select pg_snapshot_xmin(pg_current_snapshot()) as horizon,
             ${since.toString()}::xid8 < (select floor from change_floor) as behind
    ), last as (
      select xid from change_log where xid >= ${since.toString()}::xid8 order by xid offset ${BATCH - 1} limit 1
    ), batch as (
      select behind, horizon, least(horizon, (select (xid::text::numeric + 1)::text::xid8 from last)) as upto from now
    )
    select distinct upto::text as upto, upto < horizon as more, behind, log.kind, log.a, log.b
    from batch left join change_log log on log.xid >= ${since.toString()}::xid8 and log.xid < upto`
  const first = rows[0]
  if (!first) throw new Error('expected the change log to answer its horizon')
  if (first.behind) return { kind: 'behind' }
  const changes = rows.filter((row) => row.kind !== null).map(parseChange)
  const upto = BigInt(first.upto)
  return { kind: 'changes', changes, position: upto > since ? upto : since, more: first.more }
}

/** Where following can begin. */
export async function readLogBounds(sql: Sql): Promise<LogBounds> {
  const [row] = await sql<{ floor: string; next: string }[]>`
    select floor::text, pg_snapshot_xmax(pg_current_snapshot())::text as next from change_floor`
  if (!row) throw new Error('expected the change log to have a floor')
  return { floor: BigInt(row.floor), next: BigInt(row.next) }
}

/** The position of a reading transaction: everything below it is in its snapshot. Needs REPEATABLE READ. */
export async function snapshotPosition(tx: SqlReader): Promise<Position> {
  const [row] = await tx<{ horizon: string }[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`
  return BigInt(row?.horizon ?? '0')
}

/** Milliseconds since the oldest change that a follower at this position has not read yet; 0 when there is none. */
export async function readLag(sql: Sql, since: Position): Promise<number> {
  const [row] = await sql<{ ms: number | null }[]>`
    select (extract(epoch from clock_timestamp() - min(at)) * 1000)::float8 as ms
    from change_log where xid >= ${since.toString()}::xid8`
  return Math.max(0, row?.ms ?? 0)
}

/**
 * Removes log rows older than the given age and raises the floor in the same transaction, so that nobody who is behind
 * takes the gap for silence.
 */
export async function pruneChanges(sql: Sql, olderThanMs: number): Promise<void> {
  await sql.begin(async (tx) => {
    const [row] = await tx<{ floor: string | null }[]>`
      update change_floor set floor = greatest(floor, (
        select max(xid::text::numeric + 1)::text::xid8 from change_log
        where at < clock_timestamp() - ${olderThanMs} * interval '1 millisecond'
          and xid < pg_snapshot_xmin(pg_current_snapshot())
      )) returning floor::text`
    if (row?.floor) await tx`delete from change_log where xid < ${row.floor}::xid8`
  })
}

function parseChange(row: Row): Change {
  return ChangeRow.parse({ paired: isPaired(row.kind), kind: row.kind, a: row.a, b: row.b ?? undefined })
}

function isPaired(kind: string | null): boolean {
  const known = CHANGE_KINDS.find((one) => one === kind)
  return known !== undefined && ChangeRow.options[0].shape.kind.safeParse(known).success
}
