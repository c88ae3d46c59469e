import { integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, moment } from './columns.ts'
import { person } from './person-tables.ts'

/** What this installation keeps about itself: keys, the first person's link, whether the village was seeded. */
export const setting = pgTable('setting', {
  key: text().primaryKey(),
  value: bytea().notNull(),
})

/** Answers to creating requests, kept for a day, so that a repeated one creates nothing twice. */
export const idempotency = pgTable(
  'idempotency',
  {
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    key: uuid().notNull(),
    /** Hash of method, path and body. */
    request: bytea().notNull(),
    /** Null while the first request is still at work. */
    status: smallint(),
    answer: text(),
    madeAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.key] })],
)

/** Tries within a window, counted across all processes. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    bucket: text().notNull(),
    windowStart: moment().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.windowStart] })],
)
