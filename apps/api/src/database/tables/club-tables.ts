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
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, moment, number } from './columns.ts'
import { person } from './person-tables.ts'

/**
 * A shared group whose members know of it and of each other. A closed one has no members any more; its row stays for the
 * posts that were for it.
 */
export const club = pgTable('club', {
  id: uuid().primaryKey(),
  no: number(),
  name: text().notNull(),
  about: text(),
  /** Null: it is closed, and whoever was its host last is gone. */
  host: integer().references(() => person.no, { onDelete: 'set null' }),
  createdAt: moment().notNull(),
})

function clubNo() {
  return integer()
    .notNull()
    .references(() => club.no, { onDelete: 'cascade' })
}

function personNo() {
  return integer()
    .notNull()
    .references(() => person.no, { onDelete: 'cascade' })
}

export const clubMember = pgTable(
  'club_member',
  {
    club: clubNo(),
    person: personNo(),
    paused: boolean().notNull().default(false),
    joinedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.club, t.person] }), index('club_member_person').on(t.person)],
)

/**
 * A member wants a tie of his in the club. A declined one looks unanswered to its maker until it ends; if he withdraws it, it
 * stays as a mark until then, so that to invite again shows it to nobody.
 */
export const clubInvitation = pgTable(
  'club_invitation',
  {
    id: uuid().primaryKey(),
    club: clubNo(),
    inviter: personNo(),
    invited: personNo(),
    madeAt: moment().notNull(),
    declinedAt: moment(),
    withdrawnAt: moment(),
  },
  (t) => [
    unique('club_invitation_once').on(t.club, t.inviter, t.invited),
    index('club_invitation_inviter').on(t.inviter),
    index('club_invitation_invited').on(t.invited),
    check('club_invitation_other', sql`${t.inviter} <> ${t.invited}`),
    check('club_invitation_mark', sql`${t.withdrawnAt} is null or ${t.declinedAt} is not null`),
  ],
)

/** A short code by which people in one room join. A new one ends the one before. */
export const joinCode = pgTable(
  'join_code',
  {
    /** Keyed, because a short code could be found by trying. */
    codeHash: bytea().primaryKey(),
    club: clubNo(),
    madeAt: moment().notNull(),
    expiresAt: moment().notNull(),
    most: smallint().notNull(),
    revokedAt: moment(),
  },
  (t) => [
    uniqueIndex('join_code_standing').on(t.club).where(sql`revoked_at is null`),
    check('join_code_most', sql`${t.most} between 1 and 500`),
  ],
)

/** Who joined by which code. */
export const joinCodeUse = pgTable(
  'join_code_use',
  {
    codeHash: bytea()
      .notNull()
      .references(() => joinCode.codeHash, { onDelete: 'cascade' }),
    person: personNo(),
  },
  (t) => [primaryKey({ columns: [t.codeHash, t.person] }), index('join_code_use_person').on(t.person)],
)
