import { LIMITS, type SubjectKind } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { type PartyRow, partyOf } from '../graph/party-rows.ts'

const DAY_MS = 86_400_000

interface ListedRow {
  readonly id: string
  readonly kind: SubjectKind
  readonly broker: PartyRow
  readonly madeAt: Date
  readonly acceptedAt: Date | null
  readonly thread: string | null
}

/** One that its reader asked for. Nothing of it depends on what the others did, before all of them said yes. */
export interface AskedRow extends ListedRow {
  readonly words: string
  readonly wanted: string | null
  readonly other: PartyRow | null
}

export interface BrokeredRow extends ListedRow {
  readonly asker: PartyRow | null
  readonly words: string | null
  readonly wanted: PartyRow | null
  readonly post: string | null
  readonly sides: readonly { readonly party: PartyRow; readonly line: string }[]
  readonly declined: boolean
  readonly outside: boolean
}

/** One that is offered to its reader, of which `madeAt` is the day of the offer. */
export interface OfferedRow extends ListedRow {
  readonly line: string
  readonly saidYes: boolean
  readonly other: PartyRow | null
}

export interface ListWish {
  readonly now: Date
  /** This one alone; all when it is null. */
  readonly only: string | null
}

/** What looks open was made after this moment. */
export function openSince(now: Date): Date {
  return new Date(now.getTime() - LIMITS.introductionDays * DAY_MS)
}

function keptSince(sql: Sql, now: Date) {
  const since = new Date(now.getTime() - LIMITS.introductionKeptDays * DAY_MS)
  return sql`${since.toISOString()}::timestamptz`
}

/** What the reader asked for and did not withdraw, newest first. */
export function selectAsked(sql: Sql, reader: number, { now, only }: ListWish): Promise<AskedRow[]> {
  return sql<AskedRow[]>`
    select ${listed(sql)}, i.made_at as "madeAt", i.words, i.wanted_name as wanted, other.party as other
    from introduction i
    left join introduction_side s on s.introduction = i.no and i.accepted_at is not null
    ${joined(sql, reader)}
    left join lateral (${partyTo(sql, reader, sql`s.person`)}) other on true
    where i.asker = ${reader} and i.withdrawn_at is null and i.made_at > ${keptSince(sql, now)}
      and (${only}::uuid is null or i.id = ${only}::uuid)
    order by i.made_at desc, i.no desc limit ${LIMITS.introductionsListed}`
}

/** What the reader was asked for by those who are ties of his still, and what he made himself; newest first. */
export function selectBrokered(sql: Sql, reader: number, { now, only }: ListWish): Promise<BrokeredRow[]> {
  return sql<BrokeredRow[]>`
    select ${listed(sql)}, i.made_at as "madeAt", asker.party as asker, i.words, wanted.party as wanted, p.id as post,
      i.declined_at is not null as declined, i.outside_at is not null as outside, offered.sides
    from introduction i
    ${joined(sql, reader)}
    left join lateral (${partyTo(sql, reader, sql`i.asker`)}) asker on true
    left join lateral (${partyTo(sql, reader, sql`i.wanted`)}) wanted on (wanted.party -> 'isTie')::boolean
    left join post p on p.no = i.post and p.author = i.broker and p.deleted_at is null
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('party', n.party, 'line', s.line) order by s.person), '[]') as sides
      from introduction_side s cross join lateral (${partyTo(sql, reader, sql`s.person`)}) n
      where s.introduction = i.no
    ) offered
    where i.broker = ${reader} and i.withdrawn_at is null and i.made_at > ${keptSince(sql, now)}
      and (${only}::uuid is null or i.id = ${only}::uuid)
      and (i.asker is null or i.accepted_at is not null or (asker.party -> 'isTie')::boolean)
    order by i.made_at desc, i.no desc limit ${LIMITS.introductionsListed}`
}

/**
 * What reached the reader and he may answer, and what he said yes to; newest first. Once he said yes nothing of it depends on
 * what the others do, before all of them did.
 */
export function selectOffered(sql: Sql, reader: number, { now, only }: ListWish): Promise<OfferedRow[]> {
  return sql<OfferedRow[]>`
    select ${listed(sql)}, i.offered_at as "madeAt", s.line, s.answer is not null as "saidYes", other.party as other
    from introduction_side s
    join introduction i on i.no = s.introduction
    left join introduction_side across on across.introduction = i.no and across.person <> s.person
    ${joined(sql, reader)}
    left join lateral (
      ${partyTo(sql, reader, sql`coalesce(i.asker, across.person)`)}
    ) other on i.accepted_at is not null
    where s.person = ${reader} and not s.silent and i.offered_at > ${keptSince(sql, now)}
      and (${only}::uuid is null or i.id = ${only}::uuid)
      and (s.answer = 'yes' or (
        s.answer is null and i.withdrawn_at is null and i.declined_at is null
        and i.made_at > ${openSince(now).toISOString()}::timestamptz and (broker.party -> 'isTie')::boolean
        and not exists (select from introduction_never n where n.person = s.person and n.kind = i.kind)
      ))
    order by i.offered_at desc, i.no desc limit ${LIMITS.introductionsListed}`
}

/** For which kinds somebody said never. */
export async function selectNevers(sql: Sql, reader: number): Promise<SubjectKind[]> {
  const rows = await sql<{ kind: SubjectKind }[]>`
    select kind from introduction_never where person = ${reader} order by kind`
  return rows.map(({ kind }) => kind)
}

function listed(sql: Sql) {
  return sql`i.id, i.kind, i.accepted_at as "acceptedAt", broker.party as broker, t.id as thread`
}

function partyTo(sql: Sql, reader: number, who: ReturnType<Sql>) {
  return partyOf(sql, sql`${reader}::int`, who)
}

// The broker of introduction `i`, and its thread as long as the reader is in it.
function joined(sql: Sql, reader: number) {
  return sql`
    cross join lateral (${partyTo(sql, reader, sql`i.broker`)}) broker
    left join thread_member mine on mine.thread = i.thread and mine.person = ${reader} and not mine.gone
    left join thread t on t.no = mine.thread`
}
