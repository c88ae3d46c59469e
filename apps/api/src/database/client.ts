import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

/** A pool or a transaction: store functions take either as their first parameter. */
export type Db = PostgresJsDatabase

/** The raw client, for the tail, the witness statements and LISTEN. Dates go in and come out as text. */
export type Sql = postgres.Sql

/** The raw client or one of its transactions. */
export type SqlReader = postgres.ISql

/** Where PostgreSQL listens: a URL, or the options of a unix socket (a socket has no URL that the client understands). */
export type Connection = string | postgres.Options<Record<string, never>>

export interface Database {
  /** Where it is, for what needs a client of its own. */
  readonly connection: Connection
  readonly db: Db
  readonly sql: Sql
  close(): Promise<void>
}

// No statement and no idle transaction may last longer: an open write holds back every follower of the change log.
const LONGEST_MS = 5_000

/**
 * How long to wait before connecting again after so many failures, in seconds. Never longer than one: while nobody tries,
 * every request waits, and left alone the client would be at twenty after a short outage.
 */
export function reconnectSeconds(failures: number): number {
  return Math.min(0.05 * 2 ** failures, 1)
}

/**
 * Opens two pools on one database: one for drizzle, which changes the date codecs of its client, and a raw one. Writers
 * wait for the disk, so more of them share a flush; readers are bound by cores, and each of their connections has to warm
 * up by itself.
 */
export function openDatabase(connection: Connection, pool = { writers: 8, readers: 4 }): Database {
  const writer = connect(connection, pool.writers)
  const sql = connect(connection, pool.readers)
  return {
    connection,
    db: drizzle(writer, { casing: 'snake_case' }),
    sql,
    close: async () => {
      await Promise.all([writer.end({ timeout: 5 }), sql.end({ timeout: 5 })])
    },
  }
}

function connect(connection: Connection, max: number): Sql {
  const options = {
    max,
    connect_timeout: 10,
    backoff: reconnectSeconds,
    // PostgreSQL's notices are for its operator, not for our log.
    onnotice: () => undefined,
    connection: {
      application_name: 'kith',
      TimeZone: 'UTC',
      statement_timeout: LONGEST_MS,
      idle_in_transaction_session_timeout: LONGEST_MS,
      // Compiling the statement that checks witnesses takes some hundred times as long as running it.
      jit: 'off',
    },
  }
  return typeof connection === 'string'
    ? postgres(connection, options)
    : postgres({ ...connection, ...options })
}
