import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { club } from './club-tables.ts'
import { moment, number, oneOf, SUBJECT_KINDS, tsvector } from './columns.ts'
import { person } from './person-tables.ts'
import { place } from './place-tables.ts'
import { circle } from './tie-tables.ts'

const INTERESTS = ['none', 'connected', 'paid'] as const

/** What is recommended. It has no facts but its kind: title, place and the rest belong to the posts about it. */
export const subject = pgTable(
  'subject',
  {
    id: uuid().primaryKey(),
    no: number(),
    kind: text().notNull(),
  },
  (t) => [check('subject_kind', oneOf(t.kind, SUBJECT_KINDS))],
)

/**
 * What travels. A deleted post keeps this row alone: its words are gone, and it exists for nobody. One that is held waits for
 * the yes of whom it recommends: it has an audience that does not see it yet.
 */
export const post = pgTable(
  'post',
  {
    id: uuid().primaryKey(),
    no: number(),
    author: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    form: text().notNull(),
    allTies: boolean().notNull().default(false),
    club: integer().references(() => club.no, { onDelete: 'cascade' }),
    onward: smallint().notNull(),
    createdAt: moment().notNull(),
    /** The later of created and last "still true". */
    since: moment().notNull(),
    expiresAt: moment(),
    deletedAt: moment(),
  },
  (t) => [
    unique('post_no_author').on(t.no, t.author),
    index('post_author').on(t.author, t.no),
    index('post_of_club').on(t.club).where(sql`club is not null`),
    check('post_form', oneOf(t.form, ['notebook', 'ties', 'held', 'club'])),
    check('post_club', sql`(${t.form} = 'club') = (${t.club} is not null)`),
    check('post_all_ties', sql`not ${t.allTies} or ${t.form} in ('ties', 'held')`),
    check('post_onward', sql`${t.onward} between 0 and 2`),
    check('post_since', sql`${t.since} >= ${t.createdAt}`),
  ],
)

/** Circles of the author that a post is for. */
export const postCircle = pgTable(
  'post_circle',
  {
    post: integer().notNull(),
    author: integer().notNull(),
    circle: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.post, t.circle] }),
    index('post_circle_circle').on(t.circle),
    foreignKey({
      name: 'post_circle_post',
      columns: [t.post, t.author],
      foreignColumns: [post.no, post.author],
    }).onDelete('cascade'),
    foreignKey({
      name: 'post_circle_circle_own',
      columns: [t.circle, t.author],
      foreignColumns: [circle.no, circle.owner],
    }).onDelete('cascade'),
  ],
)

/** Single persons that a post is for, or that are excepted from it. */
export const postPerson = pgTable(
  'post_person',
  {
    post: integer()
      .notNull()
      .references(() => post.no, { onDelete: 'cascade' }),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    excepted: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.post, t.person] }), index('post_person_person').on(t.person)],
)

/** A post that its author shows one of his ties, whatever its audience. */
export const addressing = pgTable(
  'addressing',
  {
    post: integer()
      .notNull()
      .references(() => post.no, { onDelete: 'cascade' }),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    madeAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.post, t.person] }), index('addressing_person').on(t.person)],
)

/** One person's statement on a subject: at most one a person and subject that is not deleted. */
export const recommendation = pgTable(
  'recommendation',
  {
    post: integer().primaryKey(),
    author: integer().notNull(),
    subject: integer()
      .notNull()
      .references(() => subject.no),
    verdict: text().notNull(),
    /** Null only in the notebook: not yet said. */
    interest: text(),
    interestWords: text(),
    title: text().notNull(),
    place: text(),
    creator: text(),
    year: smallint(),
    trade: text(),
    region: text(),
    role: text(),
    field: text(),
    why: text(),
    forWhom: text(),
    notForWhom: text(),
    basis: text().notNull(),
    whenSaid: text(),
    price: text(),
    link: text(),
    contact: text(),
    partnersSought: boolean().notNull().default(false),
    occasion: text(),
    hours: text(),
    ends: date(),
    language: text().notNull(),
    editedAt: moment(),
    /** The entry of the gazetteer that its author picked for `place`. */
    placeId: integer().references(() => place.id),
    /** All its words, in German, in English and as they stand. */
    searchWords: tsvector().generatedAlwaysAs(
      sql`kith_words(title, creator, place, trade, region, role, field, why, for_whom, not_for_whom, when_said, contact, occasion)`,
    ),
  },
  (t) => [
    unique('recommendation_once').on(t.author, t.subject),
    index('recommendation_subject').on(t.subject),
    index('recommendation_place').on(t.placeId),
    index('recommendation_place_words').using('btree', sql`kith_folded(place)`).where(sql`place_id is null`),
    index('recommendation_search').using('gin', t.searchWords),
    check('recommendation_place_id', sql`${t.placeId} is null or ${t.place} is not null`),
    foreignKey({
      name: 'recommendation_post',
      columns: [t.post, t.author],
      foreignColumns: [post.no, post.author],
    }).onDelete('cascade'),
    check('recommendation_verdict', oneOf(t.verdict, ['recommend', 'against'])),
    check('recommendation_interest', oneOf(t.interest, INTERESTS)),
    check(
      'recommendation_interest_words',
      sql`${t.interest} is null or ${t.interest} = 'none' or ${t.interestWords} is not null`,
    ),
    check(
      'recommendation_partners',
      sql`not ${t.partnersSought} or (${t.interest} is not null and ${t.interest} = 'paid')`,
    ),
    check('recommendation_hours', oneOf(t.hours, ['full', 'part'])),
    check('recommendation_basis', oneOf(t.basis, ['own', 'heard'])),
    check('recommendation_language', oneOf(t.language, ['en', 'de'])),
  ],
)

/** Every word that a recommendation has, by whomever: what a misspelt one is compared with. A trigger keeps it. */
export const writtenWord = pgTable(
  'written_word',
  {
    word: text().primaryKey(),
    /** Whether somebody took it back, so that perhaps nobody has it any more; housekeeping looks. */
    doubtful: boolean().notNull().default(false),
  },
  (t) => [index('written_word_similar').using('gin', t.word.op('gin_trgm_ops'))],
)

/** Earlier words of a recommendation, as they stood until then. */
export const recommendationEdit = pgTable(
  'recommendation_edit',
  {
    post: integer()
      .notNull()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    until: moment().notNull(),
    words: jsonb().notNull(),
    interest: text(),
  },
  (t) => [primaryKey({ columns: [t.post, t.until] })],
)

/** Single posts that a viewer does not want to hear, of somebody who may not be named. */
export const hiddenPost = pgTable(
  'hidden_post',
  {
    viewer: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    post: integer()
      .notNull()
      .references(() => post.no, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.viewer, t.post] })],
)
