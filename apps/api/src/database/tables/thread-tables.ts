import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, moment, number } from './columns.ts'
import { person } from './person-tables.ts'
import { tie } from './tie-tables.ts'

function personNo() {
  return integer()
    .notNull()
    .references(() => person.no, { onDelete: 'cascade' })
}

/** A small private conversation. The one of two persons belongs to their tie, and lasts when that ends. */
export const thread = pgTable('thread', {
  id: uuid().primaryKey(),
  no: number(),
  /** Null: more than two are in it, or one of the two is gone. */
  tie: uuid()
    .unique()
    .references(() => tie.id, { onDelete: 'set null' }),
  madeAt: moment().notNull(),
})

/** Somebody in a thread, with what is his alone: how far he has read, and up to where it is gone for him. */
export const threadMember = pgTable(
  'thread_member',
  {
    thread: integer()
      .notNull()
      .references(() => thread.no, { onDelete: 'cascade' }),
    person: personNo(),
    /** Numbers of messages; 0: none. */
    readUpTo: integer().notNull().default(0),
    leftUpTo: integer().notNull().default(0),
    /** He has left one of more than two, for good. */
    gone: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.thread, t.person] }), index('thread_member_person').on(t.person)],
)

export const message = pgTable(
  'message',
  {
    id: uuid().primaryKey(),
    no: number(),
    thread: integer()
      .notNull()
      .references(() => thread.no, { onDelete: 'cascade' }),
    writer: personNo(),
    /** Null: a photo without words. */
    text: text(),
    madeAt: moment().notNull(),
  },
  (t) => [index('message_thread').on(t.thread, t.no), index('message_writer').on(t.writer)],
)

/** The photo of a message in two sizes, both WebP. */
export const messagePhoto = pgTable(
  'message_photo',
  {
    message: uuid()
      .primaryKey()
      .references(() => message.id, { onDelete: 'cascade' }),
    width: smallint().notNull(),
    height: smallint().notNull(),
    small: bytea().notNull(),
    large: bytea().notNull(),
  },
  (t) => [
    check('message_photo_small_bytes', sql`length(${t.small}) <= 400000`),
    check('message_photo_large_bytes', sql`length(${t.large}) <= 400000`),
  ],
)
