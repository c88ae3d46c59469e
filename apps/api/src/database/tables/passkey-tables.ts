import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, moment } from './columns.ts'
import { person, session } from './person-tables.ts'

/** A key pair on a person's device, of which the public half is here. */
export const passkey = pgTable(
  'passkey',
  {
    id: uuid().primaryKey(),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    /** What the device calls it. */
    credential: text().notNull().unique(),
    publicKey: bytea().notNull(),
    /** How often it was used, as the device counts; 0 for ever where it does not. */
    uses: bigint({ mode: 'number' }).notNull(),
    /** What its person calls it. */
    name: text(),
    madeAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [index('passkey_of_person').on(t.person, t.madeAt), check('passkey_uses', sql`${t.uses} >= 0`)],
)

/** What a device is asked to sign, once and soon; its hash alone is kept. */
export const passkeyChallenge = pgTable(
  'passkey_challenge',
  {
    hash: bytea().primaryKey(),
    /** The session that adds a passkey; null where somebody signs in. */
    session: uuid().references(() => session.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
  },
  (t) => [
    index('passkey_challenge_expires').on(t.expiresAt),
    index('passkey_challenge_session').on(t.session),
  ],
)
