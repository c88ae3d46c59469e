import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { moment, oneOf } from './columns.ts'
import { person } from './person-tables.ts'
import { recommendation } from './post-tables.ts'

/**
 * Whom a recommendation puts forward for a job, and what he said to that. It goes with the tie of the two. Triggers hold the
 * post whenever it has no yes, whoever or whatever took that away.
 */
export const candidacy = pgTable(
  'candidacy',
  {
    post: integer()
      .primaryKey()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    /** Null: nothing yet. */
    said: text(),
    /** When what he is asked about came to be what it is: a yes is to that alone. */
    askedAt: moment().notNull(),
  },
  (t) => [index('candidacy_person').on(t.person), check('candidacy_said', oneOf(t.said, ['yes', 'no']))],
)
