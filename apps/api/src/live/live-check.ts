import type { SqlReader } from '../database/client.ts'
import { checkWitnesses, type Proposal } from '../graph/witness-check.ts'

/** Public ids of posts by number, deleted ones too. */
export async function readPostIds(
  sql: SqlReader,
  posts: Iterable<number>,
): Promise<ReadonlyMap<number, string>> {
  const rows = await sql<{ no: number; id: string }[]>`
    select no, id from post where no = any(${[...posts]}::int[])`
  return new Map(rows.map((row) => [row.no, row.id]))
}

/** Which of these posts their viewers may see or hear, checked against the tables: the last word before anything is pushed. */
export async function checkProposals(
  sql: SqlReader,
  proposals: readonly Proposal[],
  { heardOnly, now }: { readonly heardOnly: boolean; readonly now: Date },
): Promise<readonly Proposal[]> {
  if (proposals.length === 0) return []
  const rows = await sql<{ ord: number }[]>`
    with ${checkWitnesses(sql, proposals, now)} select c.ord from checked c where c.heard or not ${heardOnly}`
  const accepted = new Set(rows.map((row) => row.ord))
  return proposals.filter((_, ord) => accepted.has(ord))
}

/** Which of these sessions live. */
export async function readLivingSessions(
  sql: SqlReader,
  sessions: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }[]>`
    select id from session where id = any(${[...sessions]}::uuid[]) and expires_at > now()`
  return new Set(rows.map((row) => row.id))
}
