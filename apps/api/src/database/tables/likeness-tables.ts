import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { recommendation, subject } from './post-tables.ts'

/** What an author answered when a subject looked the same as his post's: he is asked once. Goes with the post's words. */
export const likenessAnswer = pgTable(
  'likeness_answer',
  {
    post: integer()
      .notNull()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    subject: integer()
      .notNull()
      .references(() => subject.no),
    /** The subject that a yes took the post from; null: it was a no. */
    movedFrom: integer().references(() => subject.no),
  },
  (t) => [primaryKey({ columns: [t.post, t.subject] })],
)
