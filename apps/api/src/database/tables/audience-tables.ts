import { boolean, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'
import { person } from './person-tables.ts'
import { recommendation } from './post-tables.ts'

/** A change that an author made to who of his ties can see a recommendation. It goes with the recommendation's words. */
export const audienceChange = pgTable(
  'audience_change',
  {
    no: integer().generatedAlwaysAsIdentity().primaryKey(),
    post: integer()
      .notNull()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    madeAt: moment().notNull(),
  },
  (t) => [index('audience_change_post').on(t.post, t.no)],
)

/** Whom such a change let in, or out. */
export const audienceMove = pgTable(
  'audience_move',
  {
    change: integer()
      .notNull()
      .references(() => audienceChange.no, { onDelete: 'cascade' }),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    cameIn: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.change, t.person] }), index('audience_move_person').on(t.person)],
)
