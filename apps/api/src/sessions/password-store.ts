import { and, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { account, person } from '../database/tables/person-tables.ts'

const PASSWORD_PROVIDER = 'credential'

/** Who has a way in, and how to write to them; without a password it is somebody of the demo village. */
export interface KeyOwner {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: string | null
  readonly password: string | null
}

export async function findKeyOwner(db: Db, no: number): Promise<KeyOwner | undefined> {
  const [row] = await db
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      language: person.language,
      password: account.password,
    })
    .from(person)
    .leftJoin(account, and(eq(account.personId, person.id), eq(account.providerId, PASSWORD_PROVIDER)))
    .where(eq(person.no, no))
  return row
}

/** Puts a password's hash in the place of the one that was confirmed; answers whether that one still stood. */
export async function replacePassword(db: Db, { id, password }: KeyOwner, next: string): Promise<boolean> {
  const rows = await db
    .update(account)
    .set({ password: next })
    .where(
      and(
        eq(account.personId, id),
        eq(account.providerId, PASSWORD_PROVIDER),
        eq(account.password, password ?? ''),
      ),
    )
    .returning({ id: account.id })
  return rows.length > 0
}
