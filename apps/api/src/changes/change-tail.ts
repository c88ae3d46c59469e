import type { FastifyBaseLogger } from 'fastify'
import type { Sql } from '../database/client.ts'
import type { Change } from './change-kinds.ts'
import type { Position } from './change-log.ts'
import { readChanges, readLag } from './change-reader.ts'

export const CHANNEL = 'kith_changes'
const POLL_MS = 250
const RETRY_MS = 1_000

/** Somebody who follows the log: the graph of this process. */
export interface Follower {
  /** Takes up an earlier state, or reads everything afresh, and answers the position that this state stands for. */
  open(): Promise<Position>
  /** Reads everything afresh and answers the position that this state stands for. */
  rebuild(): Promise<Position>
  /** Takes a batch; called one at a time. Reading a change twice must do no harm. */
  apply(changes: readonly Change[], position: Position): Promise<void>
}

export interface ChangeTail {
  /** Opens the follower and begins to follow. Resolves when everything committed before the call has been applied. */
  start(): Promise<void>
  /** Everything below this has been applied. */
  position(): Position
  /** Resolves to true once everything below and including `target` has been applied, to false after `waitMs`. */
  caughtUp(target: Position, waitMs: number): Promise<boolean>
  /** Reads the log now and resolves once everything committed before the call has been applied. */
  settled(): Promise<void>
  lagMs(): Promise<number>
  stop(): Promise<void>
}

/**
 * Follows the change log: wakes on NOTIFY, and every 250 ms without, so that a lost notification costs one poll. A
 * follower that fell behind the floor is rebuilt; a failing database is tried again every second.
 */
export function followChanges(deps: { sql: Sql; follower: Follower; log: FastifyBaseLogger }): ChangeTail {
  const tail = new Tail(deps.sql, deps.follower, deps.log)
  return tail
}

class Tail implements ChangeTail {
  readonly #sql: Sql
  readonly #follower: Follower
  readonly #log: FastifyBaseLogger
  #position: Position = 0n
  #running = false
  #woken = false
  #endSleep: () => void = () => undefined
  #loop: Promise<void> = Promise.resolve()
  #waiters = new Set<() => void>()
  #unlisten: () => Promise<void> = async () => undefined

  constructor(sql: Sql, follower: Follower, log: FastifyBaseLogger) {
    this.#sql = sql
    this.#follower = follower
    this.#log = log
  }

  async start(): Promise<void> {
    const listening = await this.#sql.listen(CHANNEL, () => this.#wake())
    this.#unlisten = () => listening.unlisten()
    this.#position = await this.#follower.open()
    while (await this.#readBatch());
    this.#running = true
    this.#loop = this.#follow()
  }

  position(): Position {
    return this.#position
  }

  async caughtUp(target: Position, waitMs: number): Promise<boolean> {
    if (this.#position > target) return true
    this.#wake()
    return new Promise((resolve) => {
      const finish = (reached: boolean): void => {
        clearTimeout(timer)
        this.#waiters.delete(look)
        resolve(reached)
      }
      const look = (): void => {
        if (this.#position > target) finish(true)
        else if (!this.#running) finish(false)
      }
      const timer = setTimeout(() => finish(false), waitMs)
      this.#waiters.add(look)
    })
  }

  async settled(): Promise<void> {
    const [row] = await this.#sql<{ next: string }[]>`
      select pg_snapshot_xmax(pg_current_snapshot())::text as next`
    // A transaction that is still open belongs to nobody's past; all that committed is below the next id.
    const target = BigInt(row?.next ?? '0') - 1n
    await this.caughtUp(target, 10_000)
  }

  lagMs(): Promise<number> {
    return readLag(this.#sql, this.#position)
  }

  async stop(): Promise<void> {
    this.#running = false
    this.#wake()
    await this.#loop
    for (const look of this.#waiters) look()
    await this.#unlisten().catch((cause: unknown) =>
      this.#log.debug({ cause }, 'listening ended with the connection'),
    )
  }

  async #follow(): Promise<void> {
    while (this.#running) {
      this.#woken = false
      const restMs = await this.#read()
      await this.#sleep(restMs)
    }
  }

  // Answers for how long to sleep before the next look.
  async #read(): Promise<number> {
    try {
      const more = await this.#readBatch()
      for (const look of this.#waiters) look()
      return more ? 0 : POLL_MS
    } catch (cause) {
      if (this.#running) this.#log.error({ err: cause }, 'could not follow the change log, trying again')
      return RETRY_MS
    }
  }

  // Answers whether there is more to read at once.
  async #readBatch(): Promise<boolean> {
    const batch = await readChanges(this.#sql, this.#position)
    if (batch.kind === 'behind') {
      this.#log.warn({ position: this.#position.toString() }, 'fell behind the change log, rebuilding')
      this.#position = await this.#follower.rebuild()
      return true
    }
    if (batch.changes.length > 0) await this.#follower.apply(batch.changes, batch.position)
    this.#position = batch.position
    return batch.more
  }

  #wake(): void {
    this.#woken = true
    this.#endSleep()
  }

  // A wake that arrived while a batch was being read is not lost: then there is no sleep at all.
  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#woken || !this.#running) return resolve()
      const timer = setTimeout(resolve, ms)
      this.#endSleep = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
