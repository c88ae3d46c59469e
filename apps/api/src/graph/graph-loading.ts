import { setImmediate as nextRound } from 'node:timers/promises'
import { GraphLoader, type TrustGraph } from '@kith/trust-graph'
import { snapshotPosition } from '../changes/change-reader.ts'
import type { Sql, SqlReader } from '../database/client.ts'
import { tellCopied } from './copied-rows.ts'
import type { Noted } from './loading-progress.ts'
import { EXPERIENCE, type LoadingStep, NETWORK, REST } from './loading-steps.ts'
import { readHistory, type SnapshotStamp } from './snapshot-stamp.ts'

export interface LoadedGraph {
  readonly engine: TrustGraph
  readonly stamp: SnapshotStamp
}

export interface LoadingDeps {
  readonly sql: Sql
  /** Whole UTC days since 1970. */
  readonly today: number
  readonly noted: Noted
  /** Ends the reading; it throws then. */
  readonly signal: AbortSignal
}

/**
 * Reads everything in one snapshot, whose horizon is the position. Memory beside the engine: what the connection holds at a
 * time. Others get their turn all the while.
 */
export async function loadGraph({ sql, today, noted, signal }: LoadingDeps): Promise<LoadedGraph> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    // It writes nothing and holds nobody back: it may take as long as it must.
    await tx`set local statement_timeout = 0`
    await tx`set local idle_in_transaction_session_timeout = 0`
    const [own] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
    // The one way to end a COPY without losing its connection.
    const cancel = (): void => {
      sql`select pg_cancel_backend(${own?.pid ?? 0})`.catch(() => undefined)
    }
    const stamp = { ...(await readHistory(tx)), position: await snapshotPosition(tx) }
    const about = await estimateRows(tx)
    const tell = async <Told>(told: Told, steps: readonly LoadingStep<Told>[]): Promise<void> => {
      for (const { name, table, query, tell } of steps) {
        signal.throwIfAborted()
        const note = (rows: number): void => noted(name, rows, about.get(table))
        await tellCopied(tx, query, (row) => tell(told, row), note)
      }
    }
    const loader = new GraphLoader({ today })
    signal.addEventListener('abort', cancel, { once: true })
    try {
      await tell(loader, NETWORK)
      while (!loader.sort()) await nextRound(undefined, { signal })
      await tell(loader, EXPERIENCE)
      await tell(loader.graph, REST)
      return { engine: loader.graph, stamp }
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  })
}

/** How many rows PostgreSQL believes that its tables have; those that it never counted are missing. */
async function estimateRows(tx: SqlReader): Promise<ReadonlyMap<string, number>> {
  const rows = await tx<{ name: string; rows: number }[]>`
    select relname as name, reltuples::float8 as rows from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace and reltuples >= 0`
  return new Map(rows.map((row) => [row.name, row.rows]))
}
