import type { FastifyBaseLogger } from 'fastify'
import type { KeptGraph } from '../graph/graph-follower.ts'
import { createQueue } from '../graph/work-queue.ts'

const LOOK_AT_DAY_MS = 60_000
// The age of a snapshot costs nothing but time at the next start: an hour of changes is read again in seconds, and its
// writing, which following waits for, takes about a second for a million people.
const SAVE_MS = 3_600_000
// The process has 15 seconds to stop, PostgreSQL included.
const LAST_SAVE_MS = 8_000

export interface GraphUpkeep {
  start(): void
  /** Writes a last snapshot if that can be done in time. */
  stop(): Promise<void>
}

/** Gives the graph the day of today, and writes its snapshot: after everything was read afresh, every hour and at the end. */
export function createGraphUpkeep({ graph, log }: { graph: KeptGraph; log: FastifyBaseLogger }): GraphUpkeep {
  const inTurn = createQueue()
  const ending = new AbortController()
  let complained = false
  const save = (): Promise<void> =>
    inTurn(() => graph.saveSnapshot(ending.signal)).then(
      () => {
        complained = false
      },
      (err: unknown) => {
        // A full disk stays full for hours: it is said once.
        log[complained ? 'debug' : 'warn']({ err }, 'the snapshot of the graph was not written')
        complained = true
      },
    )
  const lookAtDay = (): void => {
    graph.moveToToday().catch((err: unknown) => log.error({ err }, 'the graph was not given its day'))
  }
  const timers: NodeJS.Timeout[] = []
  graph.listen({ before: () => undefined, after: () => undefined, rebuilt: () => void save() })
  return {
    start: () => {
      timers.push(
        setInterval(lookAtDay, LOOK_AT_DAY_MS).unref(),
        setInterval(() => void save(), SAVE_MS).unref(),
      )
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      const limit = setTimeout(() => ending.abort(), LAST_SAVE_MS)
      await save()
      clearTimeout(limit)
    },
  }
}
