import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { moment, oneOf } from './columns.ts'
import { person } from './person-tables.ts'

/** How a person wants to be told of what is new while he is not looking. Whoever never chose has no row. */
export const tellingChoice = pgTable(
  'telling_choice',
  {
    person: integer()
      .primaryKey()
      .references(() => person.no, { onDelete: 'cascade' }),
    time: text().notNull(),
    mail: boolean().notNull(),
    /** Hours on the clock where he is. */
    quietFrom: integer().notNull(),
    quietTo: integer().notNull(),
  },
  (t) => [
    check('telling_choice_time', oneOf(t.time, ['atOnce', 'evening', 'weekly'])),
    check('telling_choice_quiet', sql`${t.quietFrom} between 0 and 23 and ${t.quietTo} between 0 and 23`),
  ],
)

/** Up to when a person was told what is new, by a mail or because there was nothing to say. */
export const tellingMark = pgTable('telling_mark', {
  person: integer()
    .primaryKey()
    .references(() => person.no, { onDelete: 'cascade' }),
  asOf: moment().notNull(),
  /** Until then whoever took it on tells him, and nobody else does. */
  takenUntil: moment(),
})
