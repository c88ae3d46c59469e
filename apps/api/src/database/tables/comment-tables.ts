import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment, number } from './columns.ts'
import { person } from './person-tables.ts'
import { recommendation } from './post-tables.ts'

/** What somebody said below a recommendation. It goes with the recommendation's words, and with its writer's account. */
export const comment = pgTable(
  'comment',
  {
    id: uuid().primaryKey(),
    no: number(),
    post: integer()
      .notNull()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    writer: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    text: text().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [index('comment_post').on(t.post, t.no), index('comment_writer').on(t.writer, t.madeAt)],
)

/** That somebody commented, not on what: a comment that is gone counts all the same against the number of a day. */
export const commentWritten = pgTable(
  'comment_written',
  {
    no: integer().generatedAlwaysAsIdentity().primaryKey(),
    writer: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    madeAt: moment().notNull(),
  },
  (t) => [
    index('comment_written_writer').on(t.writer, t.madeAt),
    index('comment_written_made_at').on(t.madeAt),
  ],
)
