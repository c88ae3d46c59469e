import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
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
