import { SnapshotError, TrustGraph } from '@kith/trust-graph'
import type { FastifyBaseLogger } from 'fastify'
import { readLogBounds } from '../changes/change-reader.ts'
import type { Sql } from '../database/client.ts'
import type { LoadedGraph } from './graph-loading.ts'
import { OpenSnapshot } from './snapshot-reading.ts'
import { expectGoingOn, readHistory, SnapshotRefused, type SnapshotStamp } from './snapshot-stamp.ts'
import { removeUnfinished, UnfinishedSnapshot } from './snapshot-writing.ts'

/** Writes the pieces that it is given. */
type WritePieces = (pieces: Iterable<Uint8Array>) => Promise<void>

/** The graph as it lies in a file, from which the next start goes on. */
export interface GraphSnapshots {
  /** The graph of the file, or undefined where there is none that counts; the log says why in a sentence. */
  restore(): Promise<LoadedGraph | undefined>
  /**
   * Replaces the file. `take` is given what writes the pieces of a graph and answers what it is a graph of, as this does.
   * Throws when there is no room, or no right to write, or after `signal`; then the earlier file stays.
   */
  save(take: (write: WritePieces) => Promise<SnapshotStamp>, signal: AbortSignal): Promise<SnapshotStamp>
}

export function createSnapshots(deps: { file: string; sql: Sql; log: FastifyBaseLogger }): GraphSnapshots {
  const { file, sql, log } = deps
  return {
    restore: async () => {
      try {
        await removeUnfinished(file)
        return await restoreFrom(file, sql)
      } catch (cause) {
        if (isAbsent(cause)) return undefined
        const isRefusal = cause instanceof SnapshotRefused || cause instanceof SnapshotError
        const why = isRefusal ? { reason: cause.message } : { err: cause }
        log.warn({ file, ...why }, 'the snapshot of the graph was not used')
        return undefined
      }
    },
    save: async (take, signal) => {
      const unfinished = await UnfinishedSnapshot.begin(file)
      try {
        const stamp = await take((pieces) => unfinished.write(pieces, signal))
        await unfinished.finish(stamp)
        return stamp
      } catch (cause) {
        await unfinished.discard()
        throw cause
      }
    },
  }
}

async function restoreFrom(file: string, sql: Sql): Promise<LoadedGraph> {
  const snapshot = await OpenSnapshot.open(file)
  try {
    expectGoingOn(snapshot.stamp, await readHistory(sql), await readLogBounds(sql))
    const engine = await TrustGraph.restore((into) => snapshot.read(into))
    return { engine, stamp: snapshot.stamp }
  } finally {
    await snapshot.close()
  }
}

function isAbsent(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}
