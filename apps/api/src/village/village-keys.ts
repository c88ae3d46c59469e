import type { ChangeWriter } from '../changes/change-writer.ts'
import type { NewIds } from '../database/new-ids.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

export interface VillageDeps {
  readonly writer: ChangeWriter
  readonly now: () => Date
  readonly ids: NewIds
}

/** Numbers of the rows behind the village's keys; circles by owner and key. */
export interface Keys {
  readonly persons: ReadonlyMap<string, number>
  readonly circles: ReadonlyMap<string, number>
  readonly subjects: ReadonlyMap<string, number>
  readonly clubs: ReadonlyMap<string, number>
}

/** What stands behind a key; throws where the village names what it does not have. */
export function find<K, V>(rows: ReadonlyMap<K, V>, key: K): V {
  const found = rows.get(key)
  if (found === undefined) throw new Error(`the village names ${JSON.stringify(key)}, which is not there`)
  return found
}

/** The moment that lies so far back. */
export function ago(now: Date, days: number, hours = 0): Date {
  return new Date(now.getTime() - days * DAY_MS - hours * HOUR_MS)
}

/** The day that is so many days ahead. */
export function dayIn(days: number, now: Date): string {
  return ago(now, -days).toISOString().slice(0, 10)
}

/** When that day is over. */
export function endOf(day: string): Date {
  return ago(new Date(day), -1)
}
