import type { Sql } from '../database/client.ts'
import { type PartyRow, partyOf } from '../graph/party-rows.ts'
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
 * when he first said so. Whether he may see it is asked apart.
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

/** An introduction that came about, with those of its three who are not the reader; its broker apart. */
export interface IntroducedRow {
  readonly at: Date
  /** Null: the reader himself brought them together. */
  readonly broker: PartyRow | null
  readonly others: readonly PartyRow[]
}

/** Introductions in which the reader had a part, the newest first. */
export function selectIntroduced(sql: Sql, reader: number, limit: number): Promise<IntroducedRow[]> {
  return sql<IntroducedRow[]>`
    select i.accepted_at as at, case when i.broker <> ${reader} then broker.party end as broker, others.parties as others
    from introduction i
    cross join lateral (${partyOf(sql, sql`${reader}::int`, sql`i.broker`)}) broker
    cross join lateral (
      select coalesce(jsonb_agg(n.party order by n.party ->> 'name'), '[]') as parties
      from (
        select i.asker as person where i.asker is not null
        union all
        select s.person from introduction_side s where s.introduction = i.no
      ) one
      cross join lateral (${partyOf(sql, sql`${reader}::int`, sql`one.person`)}) n
      where one.person <> ${reader}
    ) others
    where i.accepted_at is not null and (
      i.asker = ${reader} or i.broker = ${reader}
      or i.no in (select s.introduction from introduction_side s where s.person = ${reader})
    )
    order by i.accepted_at desc, i.no desc limit ${limit}`
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
