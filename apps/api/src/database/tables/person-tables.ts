import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { moment, number, oneOf } from './columns.ts'

/** Somebody with an account. The auth library's user model, with what Kith keeps about a person. */
export const person = pgTable(
  'person',
  {
    id: uuid().primaryKey(),
    no: number(),
    name: text().notNull(),
    handle: text().notNull().unique(),
    email: text().notNull(),
    emailVerified: boolean().notNull().default(false),
    /** The version of the photo, whose bytes are kept apart. */
    image: text(),
    language: text(),
    timeZone: text().notNull().default('UTC'),
    open: boolean().notNull().default(false),
    carries: boolean().notNull().default(true),
    findable: boolean().notNull().default(true),
    /** Whether he is told once a week of somebody whom he could turn to. */
    care: boolean().notNull().default(true),
    /** Whether he is reminded of what others ask when he mostly writes about what is his. */
    navelCheck: boolean().notNull().default(true),
    /** Whether he is told when the letter of a season is there. */
    letters: boolean().notNull().default(true),
    /** The season whose letter he opened last, of those that he was told of. */
    letterOpened: text(),
    operator: boolean().notNull().default(false),
    demo: boolean().notNull().default(false),
    /** Since when he is leaving: nothing of this row says any more who he was, and housekeeping removes it. */
    leavingAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('person_email_unique').on(sql`lower(${t.email})`),
    // The auth library looks for the address as it is kept, in lower case.
    index('person_email').on(t.email),
    index('person_not_carrying').on(t.no).where(sql`not carries`),
    index('person_leaving').on(t.leavingAt).where(sql`leaving_at is not null`),
    check('person_handle', sql`${t.handle} ~ '^[a-z0-9][a-z0-9_-]{1,28}[a-z0-9]$'`),
    check('person_language', oneOf(t.language, ['en', 'de'])),
  ],
)

/**
 * Handles that people left: nobody else takes them, also once their person is gone. Written by a trigger of `person`, which
 * also holds that.
 */
export const leftHandle = pgTable(
  'left_handle',
  {
    handle: text().notNull(),
    person: integer().references(() => person.no, { onDelete: 'set null' }),
    leftAt: moment().notNull(),
  },
  (t) => [index('left_handle_handle').on(t.handle), index('left_handle_person').on(t.person, t.leftAt)],
)

export const session = pgTable(
  'session',
  {
    id: uuid().primaryKey(),
    token: text().notNull().unique(),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [index('session_person').on(t.personId)],
)

/** How a person signs in: the password's hash. */
export const account = pgTable(
  'account',
  {
    id: uuid().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [uniqueIndex('account_provider').on(t.personId, t.providerId)],
)

/** Tokens that were mailed: password reset, address confirmation. */
export const verification = pgTable(
  'verification',
  {
    id: uuid().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [index('verification_identifier').on(t.identifier)],
)

/** Voices that a viewer does not want to hear: a person shown by name. */
export const hiddenVoice = pgTable(
  'hidden_voice',
  {
    viewer: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
  },
  (t) => [
    uniqueIndex('hidden_voice_once').on(t.viewer, t.person),
    check('hidden_voice_other', sql`${t.viewer} <> ${t.person}`),
  ],
)
