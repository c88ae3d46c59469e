import { setImmediate as nextRound } from 'node:timers/promises'
import { TrustGraph, type Witness } from '@kith/trust-graph'
import type { FastifyBaseLogger } from 'fastify'
import type { Change } from '../changes/change-kinds.ts'
import type { Position } from '../changes/change-log.ts'
import type { Follower } from '../changes/change-tail.ts'
import type { Sql } from '../database/client.ts'
import { type LoadedGraph, loadGraph } from './graph-loading.ts'
import { rereadRows } from './graph-rereading.ts'
import { createSnapshots, type GraphSnapshots } from './graph-snapshots.ts'
import { createProgress } from './loading-progress.ts'
import type { SnapshotStamp } from './snapshot-stamp.ts'
import { createQueue } from './work-queue.ts'

const DAY_MS = 86_400_000
// So many sides get their strength of a new day before others get their turn: some milliseconds.
const SIDES_AT_ONCE = 5_000
const NOT_OPENED: SnapshotStamp = { database: '', schema: 0n, position: 0n }

/** Somebody who wants to know what a batch changed: the sockets of this process. */
export interface GraphListener {
  /** Before the engine is told; it still answers as of the last batch. */
  before(changes: readonly Change[]): void
  /** After the engine was told. Must not throw and must not take long. */
  after(changes: readonly Change[], position: Position): void
  /** Everything was read afresh: what changed is not known. */
  rebuilt(position: Position): void
}

/** A witness that the database refused although the engine is past that snapshot. */
export interface RefusedWitness {
  readonly viewer: number
  readonly post: number
  readonly witness: Witness
}

export interface Graph extends Follower {
  /** The engine as it stands. Do not keep it: a rebuild replaces it. */
  readonly engine: TrustGraph
  /** Reads the rows behind these witnesses again, so that they are not proposed a second time. */
  repair(refused: readonly RefusedWitness[]): Promise<void>
  listen(listener: GraphListener): void
}

/** The graph as whoever looks after it sees it. */
export interface KeptGraph extends Graph {
  /** Gives every side the strength of today. */
  moveToToday(): Promise<void>
  /**
   * Writes the snapshot from which the next start goes on, unless nothing changed since the last one. Requests are answered
   * meanwhile; following waits for the part that reads the engine. Throws when it cannot be written, or after `signal`.
   */
  saveSnapshot(signal: AbortSignal): Promise<void>
}

export interface GraphDeps {
  readonly sql: Sql
  readonly log: FastifyBaseLogger
  readonly now: () => Date
  /** Hears what takes time, in sentences. */
  readonly say: (sentence: string) => void
  /** Where the snapshot lies. */
  readonly snapshotFile: string
  /** The process stops: whatever is being read is given up. */
  readonly stopping: AbortSignal
}

/** The engine of this process, empty until it is opened. */
export function createGraph(deps: GraphDeps): KeptGraph {
  return new FollowingGraph(deps)
}

class FollowingGraph implements KeptGraph {
  readonly #deps: GraphDeps
  readonly #snapshots: GraphSnapshots
  #engine = new TrustGraph()
  #stamp = NOT_OPENED
  #savedPosition = NOT_OPENED.position
  // Rows are read and told one batch at a time: an older reading told late would never be put right.
  readonly #inTurn = createQueue()
  readonly #listeners: GraphListener[] = []

  constructor(deps: GraphDeps) {
    this.#deps = deps
    this.#snapshots = createSnapshots({ file: deps.snapshotFile, sql: deps.sql, log: deps.log })
  }

  get engine(): TrustGraph {
    return this.#engine
  }

  listen(listener: GraphListener): void {
    this.#listeners.push(listener)
  }

  open(): Promise<Position> {
    return this.#inTurn(async () => {
      const restored = await this.#snapshots.restore()
      if (!restored) return this.#readAll()
      await this.#giveToday(restored.engine)
      this.#savedPosition = restored.stamp.position
      return this.#stand(restored, 'graph restored from its snapshot')
    })
  }

  rebuild(): Promise<Position> {
    return this.#inTurn(() => this.#readAll())
  }

  apply(changes: readonly Change[], position: Position): Promise<void> {
    return this.#inTurn(async () => {
      const tell = await rereadRows(this.#deps.sql, changes)
      for (const listener of this.#listeners) listener.before(changes)
      tell(this.#engine)
      this.#stamp = { ...this.#stamp, position }
      for (const listener of this.#listeners) listener.after(changes, position)
    })
  }

  repair(refused: readonly RefusedWitness[]): Promise<void> {
    return this.#inTurn(async () => {
      const tell = await rereadRows(this.#deps.sql, refused.flatMap(changesBehind))
      tell(this.#engine)
    })
  }

  moveToToday(): Promise<void> {
    return this.#inTurn(() => this.#giveToday(this.#engine))
  }

  async saveSnapshot(signal: AbortSignal): Promise<void> {
    if (this.#stamp.position === this.#savedPosition) return
    const saved = await this.#snapshots.save(
      (write) =>
        this.#inTurn(async () => {
          await write(this.#engine.snapshot())
          return this.#stamp
        }),
      signal,
    )
    this.#savedPosition = saved.position
  }

  async #readAll(): Promise<Position> {
    const { sql, say, now, stopping } = this.#deps
    const noted = createProgress(say, now)
    const loaded = await loadGraph({ sql, today: this.#today(), noted, signal: stopping })
    return this.#stand(loaded, 'graph read from the database')
  }

  #stand({ engine, stamp }: LoadedGraph, event: string): Position {
    this.#engine = engine
    this.#stamp = stamp
    this.#deps.log.info({ position: stamp.position.toString() }, event)
    for (const listener of this.#listeners) listener.rebuilt(stamp.position)
    return stamp.position
  }

  async #giveToday(engine: TrustGraph): Promise<void> {
    const today = this.#today()
    while (!engine.moveTo(today, SIDES_AT_ONCE)) await nextRound()
  }

  #today(): number {
    return Math.floor(this.#deps.now().getTime() / DAY_MS)
  }
}

/** The rows that a witness stands on, as if each had changed. */
function changesBehind({ viewer, post, witness }: RefusedWitness): Change[] {
  const always: Change[] = [
    { kind: 'post', a: post },
    { kind: 'hidden', a: viewer },
  ]
  switch (witness.way) {
    case 'own':
      return always
    case 'addressed':
      return [...always, { kind: 'addressing', a: post, b: viewer }]
    case 'club':
      return [...always, { kind: 'membership', a: witness.club, b: viewer }]
    case 'chain':
      return [...always, ...chainChanges(witness.chain)]
  }
}

function chainChanges(chain: readonly number[]): Change[] {
  const people = chain.map((a): Change => ({ kind: 'person', a }))
  const pairs = chain.flatMap((a, i) =>
    chain.slice(i + 1).flatMap((b): Change[] => [
      { kind: 'tie', a, b },
      { kind: 'block', a, b },
    ]),
  )
  return [...people, ...pairs]
}
