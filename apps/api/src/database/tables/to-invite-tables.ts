import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'
import { person } from './person-tables.ts'

/** Whom somebody wants to invite: a name for his eyes alone, which refers to nobody here. It goes with his account. */
export const toInvite = pgTable(
  'to_invite',
  {
    id: uuid().primaryKey(),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    name: text().notNull(),
    addedAt: moment().notNull(),
  },
  (t) => [
    unique('to_invite_once').on(t.person, t.name),
    index('to_invite_of_person').on(t.person, t.addedAt, t.id),
  ],
)
