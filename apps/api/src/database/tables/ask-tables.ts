import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { moment, oneOf, SUBJECT_KINDS } from './columns.ts'
import { place } from './place-tables.ts'
import { post, recommendation } from './post-tables.ts'

/** What somebody asks his network for. When it ends stands in its post, as when it is over. */
export const ask = pgTable(
  'ask',
  {
    post: integer().primaryKey(),
    author: integer().notNull(),
    kind: text().notNull(),
    title: text().notNull(),
    words: text(),
    place: text(),
    /** The entry of the gazetteer that its author picked for `place`. */
    placeId: integer().references(() => place.id),
    trade: text(),
    region: text(),
    urgent: boolean().notNull().default(false),
    role: text(),
    field: text(),
    hours: text(),
    /** The last day on which it is open, at its author's place. */
    until: date().notNull(),
    language: text().notNull(),
    /** How it was closed; null while it is open, and where its time ran out. */
    result: text(),
    closedAt: moment(),
    /** The answer through which it was solved, as long as that is there. */
    solvedBy: integer(),
  },
  (t) => [
    unique('ask_post_author').on(t.post, t.author),
    index('ask_author').on(t.author),
    index('ask_place').on(t.placeId),
    index('ask_place_words').using('btree', sql`kith_folded(place)`).where(sql`place_id is null`),
    foreignKey({
      name: 'ask_post',
      columns: [t.post, t.author],
      foreignColumns: [post.no, post.author],
    }).onDelete('cascade'),
    foreignKey({
      name: 'ask_solved_by',
      columns: [t.solvedBy],
      foreignColumns: [recommendation.post],
    }).onDelete('set null'),
    check('ask_kind', oneOf(t.kind, SUBJECT_KINDS)),
    check('ask_place_id', sql`${t.placeId} is null or ${t.place} is not null`),
    check('ask_hours', oneOf(t.hours, ['full', 'part'])),
    check('ask_language', oneOf(t.language, ['en', 'de'])),
    check('ask_result', oneOf(t.result, ['solved', 'unsolved'])),
    check('ask_closed', sql`(${t.result} is null) = (${t.closedAt} is null)`),
    check('ask_solved', sql`${t.solvedBy} is null or ${t.result} = 'solved'`),
  ],
)

/** A recommendation that its author gives as an answer to somebody's ask: it is addressed to whoever asks. */
export const answer = pgTable(
  'answer',
  {
    ask: integer()
      .notNull()
      .references(() => ask.post, { onDelete: 'cascade' }),
    post: integer()
      .notNull()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    madeAt: moment().notNull(),
    /** Whether whoever asks lets whoever answered see who it is. */
    shown: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.ask, t.post] }), index('answer_post').on(t.post)],
)
