import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { moment, number } from './columns.ts'
import { person } from './person-tables.ts'
import { post } from './post-tables.ts'

/**
 * A word of thanks for a recommendation, one a person. It stays when the recommendation is deleted, without its words: that
 * something helped is a favour, whatever becomes of the post.
 */
export const thanks = pgTable(
  'thanks',
  {
    no: number(),
    post: integer()
      .notNull()
      .references(() => post.no, { onDelete: 'cascade' }),
    thanker: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    words: text(),
    thankedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.post, t.thanker] }), index('thanks_thanker').on(t.thanker)],
)

/** The way that thanks went back, as it was at that moment: whoever thanks at place 0, the author last. */
export const thanksHop = pgTable(
  'thanks_hop',
  {
    thanks: integer()
      .notNull()
      .references(() => thanks.no, { onDelete: 'cascade' }),
    place: smallint().notNull(),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.thanks, t.place] }),
    index('thanks_hop_person').on(t.person, t.thanks),
    check('thanks_hop_place', sql`${t.place} between 0 and 3`),
  ],
)
