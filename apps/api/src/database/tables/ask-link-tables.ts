import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { ask } from './ask-tables.ts'
import { bytea, moment, number, oneOf } from './columns.ts'

/**
 * A link to an ask that whoever asks sends himself. Only the hash of its secret is kept. Whether it leads anywhere is read
 * off its ask as well: it ends with that.
 */
export const askLink = pgTable(
  'ask_link',
  {
    secretHash: bytea().primaryKey(),
    no: number(),
    ask: integer()
      .notNull()
      .references(() => ask.post, { onDelete: 'cascade' }),
    madeAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [
    index('ask_link_ask').on(t.ask),
    uniqueIndex('ask_link_one_unrevoked').on(t.ask).where(sql`revoked_at is null`),
  ],
)

/** What somebody without an account answered by a link, for whoever asks alone. It is no post: it travels nowhere. */
export const guestAnswer = pgTable(
  'guest_answer',
  {
    id: uuid().primaryKey(),
    link: integer()
      .notNull()
      .references(() => askLink.no, { onDelete: 'cascade' }),
    /** Of what its giver keeps, to take it with him when he joins. */
    claimHash: bytea().notNull().unique(),
    title: text().notNull(),
    place: text(),
    why: text().notNull(),
    interest: text().notNull(),
    interestWords: text(),
    website: text(),
    contact: text(),
    /** Who he says that he is. */
    name: text(),
    language: text().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [
    index('guest_answer_link').on(t.link),
    check('guest_answer_interest', oneOf(t.interest, ['none', 'connected'])),
    check('guest_answer_interest_words', sql`(${t.interest} = 'none') = (${t.interestWords} is null)`),
    check('guest_answer_language', oneOf(t.language, ['en', 'de'])),
  ],
)
