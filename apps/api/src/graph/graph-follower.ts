import { TrustGraph, type Witness } from '@kith/trust-graph'
import type { Change } from '../changes/change-kinds.ts'
import type { Position } from '../changes/change-log.ts'
import type { Follower } from '../changes/change-tail.ts'
import type { Sql } from '../database/client.ts'
import { loadGraph } from './graph-loading.ts'
import { rereadRows } from './graph-rereading.ts'
import { createHiddenMemories, type HiddenMemories } from './hidden-memory.ts'
import { createQueue } from './work-queue.ts'

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

/** The engine of this process, empty until it is rebuilt for the first time. */
export function createGraph(sql: Sql): Graph {
  return new FollowingGraph(sql)
}

class FollowingGraph implements Graph {
  readonly #sql: Sql
  #engine = new TrustGraph()
  #hidden: HiddenMemories = createHiddenMemories()
  // Rows are read and told one batch at a time: an older reading told late would never be put right.
  readonly #inTurn = createQueue()
  readonly #listeners: GraphListener[] = []

  constructor(sql: Sql) {
    this.#sql = sql
  }

  get engine(): TrustGraph {
    return this.#engine
  }

  listen(listener: GraphListener): void {
    this.#listeners.push(listener)
  }

  rebuild(): Promise<Position> {
    return this.#inTurn(async () => {
      const loaded = await loadGraph(this.#sql)
      this.#engine = loaded.engine
      this.#hidden = loaded.hidden
      for (const listener of this.#listeners) listener.rebuilt(loaded.position)
      return loaded.position
    })
  }

  apply(changes: readonly Change[], position: Position): Promise<void> {
    return this.#inTurn(async () => {
      const tell = await rereadRows(this.#sql, changes)
      for (const listener of this.#listeners) listener.before(changes)
      tell(this.#engine, this.#hidden)
      for (const listener of this.#listeners) listener.after(changes, position)
    })
  }

  repair(refused: readonly RefusedWitness[]): Promise<void> {
    return this.#inTurn(async () => {
      const tell = await rereadRows(this.#sql, refused.flatMap(changesBehind))
      tell(this.#engine, this.#hidden)
    })
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
