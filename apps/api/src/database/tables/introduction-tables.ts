import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment, number, oneOf, SUBJECT_KINDS } from './columns.ts'
import { person } from './person-tables.ts'
import { post } from './post-tables.ts'
import { thread } from './thread-tables.ts'

function personNo() {
  return integer()
    .notNull()
    .references(() => person.no, { onDelete: 'cascade' })
}

/** Somebody brings two of his ties together. What became of it is read off these moments and the answers of its sides. */
export const introduction = pgTable(
  'introduction',
  {
    id: uuid().primaryKey(),
    no: number(),
    /** Who asked for it, and so said yes; null: it was the broker's own idea. */
    asker: integer().references(() => person.no, { onDelete: 'cascade' }),
    broker: personNo(),
    kind: text().notNull(),
    words: text(),
    /** Whom the asker named, and by which name: it stays as it was whatever becomes of him. */
    wanted: integer().references(() => person.no, { onDelete: 'set null' }),
    wantedName: text(),
    post: integer().references(() => post.no, { onDelete: 'set null' }),
    madeAt: moment().notNull(),
    /** By whoever made it. */
    withdrawnAt: moment(),
    /** By the broker who was asked. */
    declinedAt: moment(),
    offeredAt: moment(),
    /** The broker takes it to somebody who is not here. */
    outsideAt: moment(),
    acceptedAt: moment(),
    thread: integer().references(() => thread.no, { onDelete: 'set null' }),
  },
  (t) => [
    index('introduction_asker').on(t.asker, t.madeAt),
    index('introduction_broker').on(t.broker, t.madeAt),
    index('introduction_made').on(t.madeAt).where(sql`accepted_at is null`),
    check('introduction_kind', oneOf(t.kind, SUBJECT_KINDS)),
    check('introduction_other', sql`${t.asker} <> ${t.broker}`),
    check('introduction_asked', sql`(${t.asker} is null) = (${t.words} is null)`),
  ],
)

/** Whom an introduction is offered to, with the broker's line for him and his answer. */
export const introductionSide = pgTable(
  'introduction_side',
  {
    introduction: integer()
      .notNull()
      .references(() => introduction.no, { onDelete: 'cascade' }),
    person: personNo(),
    line: text().notNull(),
    /** Null: none yet, or taken back. */
    answer: text(),
    /** It does not reach him: when it was offered the two had blocked each other, or knew each other. */
    silent: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.introduction, t.person] }),
    index('introduction_side_person').on(t.person),
    check('introduction_side_answer', oneOf(t.answer, ['yes', 'notNow', 'never'])),
  ],
)

/** For which kind somebody wants to be brought together with nobody. */
export const introductionNever = pgTable(
  'introduction_never',
  { person: personNo(), kind: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.person, t.kind] }),
    check('introduction_never_kind', oneOf(t.kind, SUBJECT_KINDS)),
  ],
)
