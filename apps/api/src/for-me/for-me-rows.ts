import { type CircleKind, type ForMeItem, LIMITS } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { ringKind } from '../graph/told-posts.ts'

/** Where an item stands in the list; the next page begins behind it. */
export interface ItemKey {
  readonly at: string
  readonly id: string
}

/** Which tie something comes from. */
export interface SenderRow {
  readonly post: number
  readonly at: Date
  readonly tieId: string
  readonly tieHandle: string
  readonly tieName: string
  readonly tiePhoto: string | null
  readonly closeness: number | null
  readonly ring: CircleKind | null
}

/** Something that a tie passed on or addressed to the viewer, or asks him about, before anybody asked whether he may see it. */
export interface ItemRow extends SenderRow {
  readonly reason: ForMeItem['reason']
  readonly sender: number
  readonly sentence: string | null
  readonly id: string
}

export interface ItemWish {
  readonly after: ItemKey | undefined
  /** Of these posts alone. */
  readonly among: readonly number[] | null
  readonly limit: number
}

/** Newest first. Only what comes from a live tie, and neither from whom nor of what the viewer is closed for. */
export function selectItems(sql: Sql, viewer: number, { after, among, limit }: ItemWish): Promise<ItemRow[]> {
  return sql<ItemRow[]>`
    with sent as (
      select 'passed' as reason, p.post, p.sender, p.sentence, p.made_at as at, p.id
      from pass p where p.recipient = ${viewer}
      union all
      select 'addressed', a.post, post.author, null, a.made_at, post.id
      from addressing a join post on post.no = a.post
      where a.person = ${viewer}
        and not exists (select from candidacy c where c.post = a.post and c.person = ${viewer})
      union all
      select 'asked', c.post, post.author, null, c.asked_at, post.id
      from candidacy c join post on post.no = c.post
      where c.person = ${viewer} and c.said is distinct from 'no'
    )
    select s.reason, s.post, s.sender, s.sentence, s.at, s.id, ${senderColumns(sql)}
    from sent s
    join recommendation r on r.post = s.post and r.author <> ${viewer}
    join subject about on about.no = r.subject
    ${senderJoins(sql, viewer)}
    where (${among}::int[] is null or s.post = any(${among}::int[]))
      and (${after === undefined} or (s.at, s.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      and ${isWelcome(sql, viewer)}
    order by s.at desc, s.id desc limit ${limit}`
}

/** The open asks that ties put to the viewer, the latest first; a page at most. */
export function selectAskedOf(sql: Sql, viewer: number, now: Date): Promise<SenderRow[]> {
  return sql<SenderRow[]>`
    select s.post, s.at, ${senderColumns(sql)}
    from (
      select a.post, a.made_at as at, p.author as sender
      from addressing a join post p on p.no = a.post
      where a.person = ${viewer} and p.deleted_at is null and p.expires_at > ${now.toISOString()}::timestamptz
    ) s
    join ask about on about.post = s.post
    ${senderJoins(sql, viewer)}
    where ${isWelcome(sql, viewer)}
    order by s.at desc, s.post desc limit ${LIMITS.page}`
}

// `s` is what was sent, by `s.sender`, `about` that of which kind it is.
function senderColumns(sql: Sql) {
  return sql`who.id as "tieId", who.handle as "tieHandle", who.name as "tieName", who.image as "tiePhoto",
    side.closeness, ring.kind as ring`
}

function senderJoins(sql: Sql, viewer: number) {
  return sql`
    join tie_side side on side.owner = ${viewer} and side.other = s.sender
    join tie on tie.id = side.tie_id and tie.ended_at is null
    join person who on who.no = s.sender
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true`
}

function isWelcome(sql: Sql, viewer: number) {
  return sql`(
    not exists (select from closed_person c where c.owner = ${viewer} and c.person = s.sender)
    and not exists (select from closed_kind c where c.owner = ${viewer} and c.kind = about.kind)
  )`
}
