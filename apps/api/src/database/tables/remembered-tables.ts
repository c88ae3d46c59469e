import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, number } from './columns.ts'
import { person } from './person-tables.ts'
import { recommendation } from './post-tables.ts'

/** What somebody wants to find again, for his eyes alone. It goes with the recommendation's words, and with his account. */
export const remembered = pgTable(
  'remembered',
  {
    no: number(),
    viewer: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    post: integer()
      .notNull()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    reason: text(),
    rememberedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.viewer, t.post] }),
    index('remembered_list').on(t.viewer, t.no),
    index('remembered_post').on(t.post),
  ],
)

/**
 * When somebody is asked what became of a recommendation: some time after he remembered it or opened its contact. A row
 * stays when he does not want to be asked, so that he never is again.
 */
export const outcomeQuestion = pgTable(
  'outcome_question',
  {
    viewer: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    post: integer()
      .notNull()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    /** Null: never. */
    askAt: moment(),
    /** He opened its contact; without that the question goes when he forgets the recommendation. */
    contactOpened: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.viewer, t.post] }),
    index('outcome_question_due').on(t.viewer, t.askAt),
    index('outcome_question_post').on(t.post),
  ],
)
