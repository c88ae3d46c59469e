import { sql } from 'drizzle-orm'
import { type AnyPgColumn, customType, integer, timestamp } from 'drizzle-orm/pg-core'

/** A moment in UTC. */
export function moment() {
  return timestamp({ withTimezone: true, mode: 'date' })
}

/** The number by which graph tables, engine and log know a row. Never on the wire. */
export function number() {
  return integer().generatedAlwaysAsIdentity().unique()
}

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => 'bytea',
})

/** The words of a row as full text search reads them. */
export const tsvector = customType<{ data: string; driverData: string }>({
  dataType: () => 'tsvector',
})

/** A transaction id that does not wrap around; its text form keeps all 64 bits. */
export const xid8 = customType<{ data: string; driverData: string }>({
  dataType: () => 'xid8',
})

export const SUBJECT_KINDS = [
  'film',
  'book',
  'restaurant',
  'shop',
  'craftsman',
  'health',
  'job',
  'business',
  'place',
  'other',
] as const

/** A check that a text column holds one of a closed list. */
export function oneOf(column: AnyPgColumn, values: readonly string[]) {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`
}
