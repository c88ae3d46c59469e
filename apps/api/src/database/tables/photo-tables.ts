import { sql } from 'drizzle-orm'
import { check, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, moment } from './columns.ts'
import { person } from './person-tables.ts'
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

/** The face of a person: his photo, square, in two sizes. Its version stands in the person’s own row, beside the name. */
export const face = pgTable(
  'face',
  {
    person: integer()
      .primaryKey()
      .references(() => person.no, { onDelete: 'cascade' }),
    small: bytea().notNull(),
    large: bytea().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [
    check('face_small_bytes', sql`length(${t.small}) <= 400000`),
    check('face_large_bytes', sql`length(${t.large}) <= 400000`),
  ],
)
