import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, moment } from './columns.ts'
import { person } from './person-tables.ts'
import { post } from './post-tables.ts'
import { tie } from './tie-tables.ts'

/** A personal link for one person. Only the hash of its secret is kept. */
export const invitation = pgTable(
  'invitation',
  {
    id: uuid().primaryKey(),
    inviter: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    secretHash: bytea().notNull().unique(),
    note: text(),
    /** The inviter's private note: circles and closeness that apply when he confirms the right person. */
    circles: integer().array().notNull(),
    closeness: smallint(),
    sittingTogether: boolean().notNull(),
    madeAt: moment().notNull(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    acceptedAt: moment(),
    acceptedBy: integer().references(() => person.no, { onDelete: 'set null' }),
    tieId: uuid().references(() => tie.id, { onDelete: 'set null' }),
    confirmedAt: moment(),
  },
  (t) => [
    index('invitation_inviter').on(t.inviter),
    index('invitation_tie').on(t.tieId),
    check('invitation_closeness', sql`${t.closeness} between 1 and 5`),
    check('invitation_ends_once', sql`${t.revokedAt} is null or ${t.acceptedAt} is null`),
  ],
)

/** A recommendation that lies in an invitation, in the words of that day. */
export const invitationEnclosure = pgTable(
  'invitation_enclosure',
  {
    invitation: uuid()
      .notNull()
      .references(() => invitation.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    post: integer()
      .notNull()
      .references(() => post.no, { onDelete: 'cascade' }),
    enclosure: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.invitation, t.position] }),
    check('invitation_enclosure_position', sql`${t.position} between 0 and 2`),
  ],
)
