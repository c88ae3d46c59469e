import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment, oneOf, SUBJECT_KINDS } from './columns.ts'
import { person } from './person-tables.ts'
import { recommendation } from './post-tables.ts'

function personNo() {
  return integer()
    .notNull()
    .references(() => person.no, { onDelete: 'cascade' })
}

/** Somebody's pointer for one of his ties to another's post. It grants nothing, and goes with the post and with the tie. */
export const pass = pgTable(
  'pass',
  {
    id: uuid().primaryKey(),
    post: integer()
      .notNull()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    sender: personNo(),
    recipient: personNo(),
    sentence: text(),
    madeAt: moment().notNull(),
  },
  (t) => [
    unique('pass_once').on(t.post, t.sender, t.recipient),
    index('pass_recipient').on(t.recipient, t.madeAt),
    index('pass_sender').on(t.sender, t.madeAt),
  ],
)

/** From whom a person wants nothing passed on or addressed to him. */
export const closedPerson = pgTable('closed_person', { owner: personNo(), person: personNo() }, (t) => [
  primaryKey({ columns: [t.owner, t.person] }),
])

/** Of which kind a person wants nothing passed on or addressed to him. */
export const closedKind = pgTable('closed_kind', { owner: personNo(), kind: text().notNull() }, (t) => [
  primaryKey({ columns: [t.owner, t.kind] }),
  check('closed_kind_kind', oneOf(t.kind, SUBJECT_KINDS)),
])

/** Until when a person has seen what was passed on or addressed to him. */
export const forMeLook = pgTable('for_me_look', { person: personNo().primaryKey(), asOf: moment().notNull() })
