import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment, oneOf, SUBJECT_KINDS } from './columns.ts'
import { person } from './person-tables.ts'
import { place } from './place-tables.ts'
import { circle } from './tie-tables.ts'

/** A line of "you can ask me about …", for some of a person's own ties. */
export const askable = pgTable(
  'askable',
  {
    id: uuid().primaryKey(),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    kind: text().notNull(),
    place: text(),
    placeId: integer().references(() => place.id),
    words: text().notNull(),
    allTies: boolean().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [
    index('askable_of_person').on(t.person),
    check('askable_kind', oneOf(t.kind, SUBJECT_KINDS)),
    check('askable_place_id', sql`${t.placeId} is null or ${t.place} is not null`),
  ],
)

/** Circles of its owner's that a line is for. */
export const askableCircle = pgTable(
  'askable_circle',
  {
    askable: uuid()
      .notNull()
      .references(() => askable.id, { onDelete: 'cascade' }),
    owner: integer().notNull(),
    circle: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.askable, t.circle] }),
    index('askable_circle_circle').on(t.circle),
    foreignKey({
      name: 'askable_circle_own',
      columns: [t.circle, t.owner],
      foreignColumns: [circle.no, circle.owner],
    }).onDelete('cascade'),
  ],
)

/** Single ties that a line is for, or not for. */
export const askablePerson = pgTable(
  'askable_person',
  {
    askable: uuid()
      .notNull()
      .references(() => askable.id, { onDelete: 'cascade' }),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    excepted: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.askable, t.person] }), index('askable_person_person').on(t.person)],
)
