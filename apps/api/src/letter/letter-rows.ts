import type { Sql } from '../database/client.ts'
import type { Named } from '../graph/person-presentation.ts'

/** Something of somebody else's that helped the reader. */
export interface ReceivedRow {
  readonly post: number
  /** When he first said so. */
  readonly at: Date
  readonly thanked: boolean
}

/**
 * What helped the reader, by what he himself said: that it did, that it solved what he asked, or thanks. A post counts once,
 * when he first said so. Whether he may see it is asked apart. Introductions will be one more part of this union.
 */
export function selectReceived(sql: Sql, reader: number, limit: number): Promise<ReceivedRow[]> {
  return sql<ReceivedRow[]>`
    select s.post, min(s.at) as at, bool_or(s.thanked) as thanked from (
      select o.post, o.said_at as at, false as thanked from outcome o
      where o.person = ${reader} and o.outcome = 'helped'
      union all
      select t.post, t.thanked_at, true from thanks t where t.thanker = ${reader}
      union all
      select k.solved_by, k.closed_at, false from ask k where k.author = ${reader} and k.solved_by is not null
    ) s
    group by s.post order by min(s.at) desc, s.post desc limit ${limit}`
}

/** Whose letter it is, where he is, and what he wants to be told. */
export interface ReaderRow {
  readonly named: Named & { readonly id: string }
  readonly timeZone: string
  readonly letters: boolean
  readonly opened: string | null
}

/** Undefined once he has no account any more. */
export async function selectReader(sql: Sql, reader: number): Promise<ReaderRow | undefined> {
  const [row] = await sql<ReaderRow[]>`
    select jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name, 'photo', p.image) as named,
      p.time_zone as "timeZone", p.letters, p.letter_opened as opened
    from person p where p.no = ${reader}`
  return row
}
