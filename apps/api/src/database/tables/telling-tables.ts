import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment, oneOf } from './columns.ts'
import { person, session } from './person-tables.ts'

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

/** Where a device is told that something is new, for as long as somebody is signed in there. One a session. */
export const tellingDevice = pgTable(
  'telling_device',
  {
    /** The address that its push service gave it. Whoever has it can call there, so it is shown to nobody. */
    endpoint: text().primaryKey(),
    session: uuid()
      .notNull()
      .unique()
      .references(() => session.id, { onDelete: 'cascade' }),
    madeAt: moment().notNull(),
    /** Up to when it was told what is new. */
    asOf: moment().notNull(),
    /** Until then whoever took it on tells it, and nobody else does. */
    takenUntil: moment(),
    /** Since when its push service takes nothing. */
    failingSince: moment(),
  },
  (t) => [check('telling_device_endpoint', sql`length(${t.endpoint}) <= 1000`)],
)
