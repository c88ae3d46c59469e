import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment, number, oneOf, SUBJECT_KINDS } from './columns.ts'
import { person } from './person-tables.ts'
import { post, recommendation } from './post-tables.ts'
import { tieSide } from './tie-tables.ts'

const OUTCOMES = ['helped', 'letDown'] as const

/** What somebody said of a recommendation that he followed: one a person and recommendation, told to nobody. */
export const outcome = pgTable(
  'outcome',
  {
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    post: integer()
      .notNull()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    outcome: text().notNull(),
    /** The one sentence to the author that may go with a let-down. */
    sentence: text(),
    saidAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.person, t.post] }),
    index('outcome_post').on(t.post),
    check('outcome_outcome', oneOf(t.outcome, OUTCOMES)),
    check('outcome_sentence', sql`${t.sentence} is null or ${t.outcome} = 'letDown'`),
  ],
)

/** What moved a side, in the order in which it did. One that was taken back stays, and counts for nothing. */
export const move = pgTable(
  'move',
  {
    id: uuid().primaryKey(),
    no: number(),
    owner: integer().notNull(),
    other: integer().notNull(),
    /** The other recommended it, or it came through him, or the owner wants less of this kind from him. */
    cause: text().notNull(),
    /** Null for a kind, and once its author's account is gone. */
    post: integer().references(() => post.no, { onDelete: 'set null' }),
    kind: text().notNull(),
    outcome: text().notNull(),
    /** How much of the outcome is this side's. */
    share: doublePrecision().notNull(),
    /** By how much the strength changed that day: the overall one, or that for the kind where nothing else moved. */
    shift: doublePrecision().notNull(),
    movedAt: moment().notNull(),
    undoneAt: moment(),
    undoneBecause: text(),
  },
  (t) => [
    index('move_side').on(t.owner, t.other, t.no),
    index('move_post').on(t.post, t.owner),
    foreignKey({
      name: 'move_tie_side',
      columns: [t.owner, t.other],
      foreignColumns: [tieSide.owner, tieSide.other],
    }).onDelete('cascade'),
    check('move_cause', oneOf(t.cause, ['recommended', 'carried', 'less'])),
    check('move_of_post', sql`${t.cause} <> 'less' or ${t.post} is null`),
    check('move_kind', oneOf(t.kind, SUBJECT_KINDS)),
    check('move_outcome', oneOf(t.outcome, OUTCOMES)),
    check('move_undone_because', oneOf(t.undoneBecause, ['mistaken', 'talked'])),
    check('move_undone', sql`(${t.undoneAt} is null) = (${t.undoneBecause} is null)`),
    check('move_talked', sql`${t.outcome} = 'letDown' or ${t.undoneBecause} is distinct from 'talked'`),
    check('move_share', sql`${t.share} > 0 and ${t.share} <= 1`),
  ],
)

/** What all moves of a side add up to, as forgetting had left it on that day: what the engine is told. */
export const experience = pgTable(
  'experience',
  {
    owner: integer().notNull(),
    other: integer().notNull(),
    /** Null: overall. */
    kind: text(),
    /** Millionths: the engine is loaded with whole numbers. */
    good: integer().notNull(),
    bad: integer().notNull(),
    /** Whole UTC days since 1970. */
    day: integer().notNull(),
  },
  (t) => [
    unique('experience_once').on(t.owner, t.other, t.kind).nullsNotDistinct(),
    foreignKey({
      name: 'experience_tie_side',
      columns: [t.owner, t.other],
      foreignColumns: [tieSide.owner, tieSide.other],
    }).onDelete('cascade'),
    check('experience_kind', oneOf(t.kind, SUBJECT_KINDS)),
    check('experience_amounts', sql`${t.good} >= 0 and ${t.bad} >= 0 and ${t.day} >= 0`),
  ],
)
