import type { Position } from '../changes/change-log.ts'
import type { LogBounds } from '../changes/change-reader.ts'
import type { SqlReader } from '../database/client.ts'

/** Which database this is. */
export interface DatabaseHistory {
  /** 64 hexadecimal digits. */
  readonly database: string
  /** When the last migration was made, in milliseconds since 1970. */
  readonly schema: bigint
}

/** What a graph is a graph of. */
export interface SnapshotStamp extends DatabaseHistory {
  /** Everything below this is in it. */
  readonly position: Position
}

/** A snapshot that does not count; the message is a sentence. */
export class SnapshotRefused extends Error {
  override name = 'SnapshotRefused'
}

/**
 * The database differs after initdb (system identifier), after a promotion or a return to an earlier point in time (timeline),
 * and where database or log were made anew, as in restoring a dump (the log's file).
 */
export async function readHistory(sql: SqlReader): Promise<DatabaseHistory> {
  const [row] = await sql<{ database: string; schema: string }[]>`
    select encode(sha256(convert_to(concat_ws(' ', system_identifier,
        left(pg_walfile_name(pg_current_wal_lsn()), 8), pg_relation_filepath('change_log')), 'UTF8')), 'hex') as database,
      (select max(created_at)::text from drizzle.__drizzle_migrations) as schema
    from pg_control_system()`
  if (!row) throw new Error('expected the database to say which one it is')
  return { database: row.database, schema: BigInt(row.schema) }
}

/** Throws SnapshotRefused unless the graph can go on from the log of this database. */
export function expectGoingOn(stamp: SnapshotStamp, history: DatabaseHistory, log: LogBounds): void {
  if (stamp.database !== history.database) throw new SnapshotRefused('It belongs to another database.')
  if (stamp.schema !== history.schema) throw new SnapshotRefused('It was made from other tables.')
  if (stamp.position < log.floor) throw new SnapshotRefused('The change log no longer goes back to it.')
  // A backup was put back: what the snapshot knows beyond it never happened.
  if (stamp.position > log.next) throw new SnapshotRefused('It is ahead of the database.')
}
