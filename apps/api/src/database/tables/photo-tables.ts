import { sql } from 'drizzle-orm'
import { check, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, moment } from './columns.ts'
import { recommendation } from './post-tables.ts'

/** The photo of a recommendation in two sizes, both WebP. It goes with the recommendation's words. */
export const photo = pgTable(
  'photo',
  {
    post: integer()
      .primaryKey()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    version: uuid().notNull(),
    words: text(),
    width: smallint().notNull(),
    height: smallint().notNull(),
    small: bytea().notNull(),
    large: bytea().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [
    check('photo_small_bytes', sql`length(${t.small}) <= 400000`),
    check('photo_large_bytes', sql`length(${t.large}) <= 400000`),
  ],
)
