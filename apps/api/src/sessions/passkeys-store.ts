import { type Passkey, PasskeyId } from '@kith/contract'
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { passkey, passkeyChallenge } from '../database/tables/passkey-tables.ts'
import { person } from '../database/tables/person-tables.ts'

/** A challenge that waits to be signed: for a session that adds a passkey, or for whoever signs in. */
export interface Challenge {
  readonly hash: Buffer
  readonly session: string | null
}

export async function saveChallenge(db: Db, challenge: Challenge, expiresAt: Date): Promise<void> {
  await db.insert(passkeyChallenge).values({ ...challenge, expiresAt })
}

/** Uses a challenge up; answers whether it was there, for this purpose and not too old. */
export async function takeChallenge(db: Db, { hash, session }: Challenge, now: Date): Promise<boolean> {
  const { session: owner } = passkeyChallenge
  const rows = await db
    .delete(passkeyChallenge)
    .where(
      and(
        eq(passkeyChallenge.hash, hash),
        session === null ? isNull(owner) : eq(owner, session),
        gt(passkeyChallenge.expiresAt, now),
      ),
    )
    .returning({ hash: passkeyChallenge.hash })
  return rows.length > 0
}

/** The passkeys of a person, the oldest first. */
export async function listPasskeys(db: Db, owner: number): Promise<Passkey[]> {
  const rows = await db
    .select()
    .from(passkey)
    .where(eq(passkey.person, owner))
    .orderBy(asc(passkey.madeAt), asc(passkey.id))
  return rows.map(present)
}

/** What the devices of a person call his passkeys. */
export async function listCredentials(db: Db, owner: number): Promise<string[]> {
  const rows = await db
    .select({ credential: passkey.credential })
    .from(passkey)
    .where(eq(passkey.person, owner))
  return rows.map((row) => row.credential)
}

/** Takes turns with everything else that adds a passkey for this person; answers how many there are. */
export async function lockPasskeys(tx: Db, owner: number): Promise<number> {
  await tx.select({ no: person.no }).from(person).where(eq(person.no, owner)).for('no key update')
  return tx.$count(passkey, eq(passkey.person, owner))
}

/** Undefined where the very passkey is here already. */
export async function insertPasskey(tx: Db, row: typeof passkey.$inferInsert): Promise<Passkey | undefined> {
  const [made] = await tx.insert(passkey).values(row).onConflictDoNothing().returning()
  return made && present(made)
}

export async function renamePasskey(
  tx: Db,
  owner: number,
  id: string,
  name: string | null,
): Promise<Passkey | undefined> {
  const [row] = await tx.update(passkey).set({ name }).where(ofOwner(owner, id)).returning()
  return row && present(row)
}

/** False where there was none. */
export async function deletePasskey(tx: Db, owner: number, id: string): Promise<boolean> {
  const rows = await tx.delete(passkey).where(ofOwner(owner, id)).returning({ id: passkey.id })
  return rows.length > 0
}

export interface KnownPasskey {
  readonly credential: string
  readonly publicKey: Buffer
  readonly person: number
  readonly personId: string
}

export async function findPasskey(db: Db, credential: string): Promise<KnownPasskey | undefined> {
  const [row] = await db
    .select({
      credential: passkey.credential,
      publicKey: passkey.publicKey,
      person: passkey.person,
      personId: person.id,
    })
    .from(passkey)
    .innerJoin(person, eq(person.no, passkey.person))
    .where(eq(passkey.credential, credential))
  return row
}

/**
 * Notes a use, unless the device counted no further than before: then there is a copy of it. It is compared here, so
 * that of two that show the same count only one gets in. A device that does not count says 0 each time.
 */
export async function noteUse(db: Db, credential: string, uses: number, now: Date): Promise<boolean> {
  const rows = await db
    .update(passkey)
    .set({ uses, usedAt: now })
    .where(
      and(
        eq(passkey.credential, credential),
        sql`(${passkey.uses} < ${uses}::bigint or (${passkey.uses} = 0 and ${uses}::bigint = 0))`,
      ),
    )
    .returning({ id: passkey.id })
  return rows.length > 0
}

function ofOwner(owner: number, id: string) {
  return and(eq(passkey.id, id), eq(passkey.person, owner))
}

function present(row: typeof passkey.$inferSelect): Passkey {
  return {
    id: PasskeyId.parse(row.id),
    name: row.name,
    made: row.madeAt.toISOString(),
    used: row.usedAt?.toISOString() ?? null,
  }
}
