import type { Sql } from '../database/client.ts'
import { checkWitnesses, type Proposal } from '../graph/witness-check.ts'

/** Who names whom, through which tie of his. */
export interface Naming {
  readonly viewer: number
  /** Public id. */
  readonly broker: string
  readonly handle: string
}

/**
 * Whether somebody is shown to the viewer by name through a tie of his: one of his posts travels along those three, and both
 * beyond the viewer are open. That the two have a tie would else be told to whoever guesses.
 */
export async function isShownThrough(sql: Sql, naming: Naming, now: Date): Promise<boolean> {
  const { viewer, broker, handle } = naming
  const posts = await sql<{ post: number; broker: number; author: number }[]>`
    select p.no as post, b.no as broker, p.author
    from person b, person c join post p on p.author = c.no and p.deleted_at is null and p.form = 'ties'
    where b.id = ${broker}::uuid and c.handle = ${handle} and b.no <> c.no`
  if (posts.length === 0) return false
  const proposals = posts.map(
    (row, card): Proposal => ({
      viewer,
      post: row.post,
      card,
      witness: { way: 'chain', chain: [viewer, row.broker, row.author] },
      from: 'tables',
    }),
  )
  const [found] = await sql<{ shown: boolean }[]>`
    with ${checkWitnesses(sql, proposals, now)}
    select true as shown
    from checked k
    join person middle on middle.no = k.first and middle.open
    join person author on author.no = k.author and author.open
    limit 1`
  return found !== undefined
}
