import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, oneOf } from './columns.ts'
import { person } from './person-tables.ts'
import { post } from './post-tables.ts'

/** A note that came out of a file: by what its source calls it, so that bringing the file again makes nothing twice. */
export const importedNote = pgTable(
  'imported_note',
  {
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    source: text().notNull(),
    key: text().notNull(),
    post: integer()
      .notNull()
      .references(() => post.no, { onDelete: 'cascade' }),
    /** A hash of what its author can change of it, as it was: whatever he changed is not taken back. */
    asItCame: text().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.person, t.source, t.key] }),
    index('imported_note_post').on(t.post),
    check('imported_note_source', oneOf(t.source, ['letterboxd', 'goodreads'])),
  ],
)
