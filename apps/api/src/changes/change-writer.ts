import type { Db } from '../database/client.ts'
import type { ChangeAnnouncer } from './change-announcer.ts'
import type { Change } from './change-kinds.ts'
import { appendChanges, type Position } from './change-log.ts'

/** What a write answers: its result, and where a reader must have come to see it. */
export interface Written<T> {
  readonly value: T
  readonly position: Position
}

export interface ChangeWriter {
  /**
   * Runs `work` in one transaction, logs what it says it changed in the same transaction, and announces after the
   * commit. A deadlock or serialisation failure is tried again, three times in all; `work` must therefore do nothing but
   * use `tx` and `changed`.
   */
  write<T>(work: (tx: Db, changed: (...changes: Change[]) => void) => Promise<T>): Promise<Written<T>>
}

const TRIES = 3
const RETRIED = new Set(['40001', '40P01'])

export function createWriter(deps: { db: Db; announcer: ChangeAnnouncer }): ChangeWriter {
  const once = async <T>(
    work: (tx: Db, changed: (...changes: Change[]) => void) => Promise<T>,
  ): Promise<Written<T>> => {
    const written = await deps.db.transaction(async (tx) => {
      const changes: Change[] = []
      const value = await work(tx, (...more) => changes.push(...more))
      return { value, position: await appendChanges(tx, changes) }
    })
    deps.announcer.announce()
    return written
  }
  return {
    write: async (work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work)
        } catch (cause) {
          if (attempt === TRIES || !RETRIED.has(databaseCode(cause) ?? '')) throw cause
        }
      }
    },
  }
}

/** PostgreSQL's error code behind an error, however deep drizzle wrapped it; undefined when there is none. */
export function databaseCode(error: unknown): string | undefined {
  return databaseField(error, 'code')
}

/** The constraint that a write violated, by name; undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  return databaseField(error, 'constraint_name')
}

function databaseField(error: unknown, field: 'code' | 'constraint_name'): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (field in error && error.name === 'PostgresError') {
    const value: unknown = Reflect.get(error, field)
    return typeof value === 'string' ? value : undefined
  }
  return databaseField(error.cause, field)
}
