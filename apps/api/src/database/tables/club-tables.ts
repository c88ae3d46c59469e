import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment, number } from './columns.ts'
import { person } from './person-tables.ts'

/** A shared group whose members know of it and of each other. */
export const club = pgTable('club', {
  id: uuid().primaryKey(),
  no: number(),
  name: text().notNull(),
  host: integer()
    .notNull()
    .references(() => person.no),
  createdAt: moment().notNull(),
})

export const clubMember = pgTable(
  'club_member',
  {
    club: integer()
      .notNull()
      .references(() => club.no, { onDelete: 'cascade' }),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    paused: boolean().notNull().default(false),
    joinedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.club, t.person] }), index('club_member_person').on(t.person)],
)
