import { randomUUID } from 'node:crypto'
import { Xorshift } from '@kith/trust-graph/bench/xorshift'
import type { Database } from '../src/database/client.ts'
import { readKeys } from '../src/http/installation-keys.ts'
import { signToken } from '../src/http/sessions.ts'

// As the auth library calls it over plain HTTP.
const COOKIE_NAME = 'better-auth.session_token'

export interface SignedIn {
  readonly no: number
  readonly cookie: string
}

/** Signs in so many people, drawn at random, by writing their sessions straight into the table. */
export async function signIn(
  { db, sql }: Database,
  { people, count, seed }: { people: number; count: number; seed: number },
): Promise<readonly SignedIn[]> {
  const random = new Xorshift(seed)
  const drawn = new Set<number>()
  while (drawn.size < count) drawn.add(1 + random.below(people))
  const keys = await readKeys(db)
  const signed = [...drawn].map((no) => ({ no, id: randomUUID(), token: randomUUID() }))
  await sql`
    insert into session (id, token, person_id, expires_at)
    select s.id, s.token, p.id, now() + interval '30 days'
    from unnest(${signed.map(({ id }) => id)}::uuid[], ${signed.map(({ token }) => token)}::text[], ${signed.map(({ no }) => no)}::int[]) s (id, token, no)
    join person p on p.no = s.no`
  return signed.map(({ no, token }) => ({
    no,
    cookie: `${COOKIE_NAME}=${encodeURIComponent(`${token}.${signToken(token, keys.session)}`)}`,
  }))
}
