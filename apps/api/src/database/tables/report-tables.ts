import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, moment, oneOf } from './columns.ts'
import { person } from './person-tables.ts'

const KINDS = ['recommendation', 'ask', 'comment', 'message', 'person', 'guestAnswer', 'face', 'objection']
const REASONS = ['interest', 'person', 'unlawful', 'selling', 'harassment', 'other']
const OUTCOMES = ['dismissed', 'asked', 'removed', 'interest', 'answered']

function maybePerson() {
  return integer().references(() => person.no, { onDelete: 'set null' })
}

function ofReport() {
  return uuid()
    .notNull()
    .references(() => report.id, { onDelete: 'cascade' })
}

/**
 * A case for the operator: something was reported, found for an objection, or is one. It goes with whoever wrote what it is
 * about; without its reporter it stays.
 */
export const report = pgTable(
  'report',
  {
    id: uuid().primaryKey(),
    what: text().notNull(),
    /** The id of what it is about, whether or not that is still there; an objection has none. */
    object: uuid(),
    /** Whose it is; a guest is nobody. */
    author: integer().references(() => person.no, { onDelete: 'cascade' }),
    reporter: maybePerson(),
    reason: text().notNull(),
    words: text(),
    /** What it said, where that is gone or may go: a message when it was reported, the rest when it was removed. */
    said: jsonb(),
    photo: bytea(),
    /** The objection that it was found for. */
    foundFor: uuid().references((): AnyPgColumn => report.id, { onDelete: 'cascade' }),
    madeAt: moment().notNull(),
    /** Null while somebody waits for a decision. */
    closedAt: moment(),
  },
  (t) => [
    unique('report_once').on(t.reporter, t.what, t.object),
    unique('report_found_once').on(t.foundFor, t.object),
    index('report_author').on(t.author),
    index('report_open').on(t.madeAt).where(sql`closed_at is null`),
    index('report_closed').on(t.closedAt),
    check('report_what', oneOf(t.what, KINDS)),
    check('report_reason', oneOf(t.reason, REASONS)),
    check('report_object', sql`(${t.what} = 'objection') = (${t.object} is null)`),
  ],
)

/** That an operator opened what a case is about, and why. Nothing of it is read without such a row. */
export const reportLook = pgTable(
  'report_look',
  {
    no: integer().primaryKey().generatedAlwaysAsIdentity(),
    report: ofReport(),
    operator: maybePerson(),
    why: text().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [index('report_look_report').on(t.report), index('report_look_operator').on(t.operator)],
)

/** What an operator decided, and why; the last one stands. */
export const reportDecision = pgTable(
  'report_decision',
  {
    no: integer().primaryKey().generatedAlwaysAsIdentity(),
    report: ofReport(),
    operator: maybePerson(),
    outcome: text().notNull(),
    reasons: text().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [
    index('report_decision_report').on(t.report),
    index('report_decision_operator').on(t.operator),
    check('report_decision_outcome', oneOf(t.outcome, OUTCOMES)),
  ],
)

/** Each side of a case appeals once. */
export const reportAppeal = pgTable(
  'report_appeal',
  {
    report: ofReport(),
    by: text().notNull(),
    words: text().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.report, t.by] }),
    check('report_appeal_by', oneOf(t.by, ['reporter', 'author', 'objector'])),
  ],
)

/** What somebody without an account objects to. It becomes a case once its address was confirmed. */
export const objection = pgTable(
  'objection',
  {
    /** Of the link that was mailed last. */
    secretHash: bytea().primaryKey(),
    /** Of all that was said, so that sending it twice is sending it once. */
    fingerprint: bytea().notNull().unique(),
    report: uuid()
      .unique()
      .references(() => report.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    entry: text().notNull(),
    why: text().notNull(),
    email: text().notNull(),
    language: text().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [
    index('objection_made_at').on(t.madeAt),
    check('objection_language', oneOf(t.language, ['en', 'de'])),
  ],
)
