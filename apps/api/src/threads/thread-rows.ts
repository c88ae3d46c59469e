import type { Sql } from '../database/client.ts'
import { type PartyRow, partyOf } from '../graph/party-rows.ts'

export interface MessageRow {
  readonly no: number
  readonly id: string
  /** The writer's public id: one of the thread's people. */
  readonly writer: string
  readonly text: string | null
  readonly photo: { readonly width: number; readonly height: number } | null
  readonly at: Date
}

/** A thread as one of its members has it. */
export interface ThreadRow {
  readonly no: number
  readonly id: string
  readonly writable: boolean
  readonly self: PartyRow
  readonly others: readonly PartyRow[]
  /** The newest that somebody else wrote and he has not read: by whom and when; null where there is none. */
  readonly unreadBy: string | null
  readonly unreadAt: Date | null
}

export interface ListedThread extends ThreadRow {
  readonly last: Omit<MessageRow, 'at'> & { readonly at: string }
}

export interface ThreadKey {
  readonly unread: boolean
  readonly no: number
}

/** The reader's threads in which he has a message, unread first, then the newest first. O(his threads), by index. */
export function selectThreads(
  sql: Sql,
  reader: number,
  { after, limit, unreadOnly }: { after: ThreadKey | undefined; limit: number; unreadOnly: boolean },
): Promise<ListedThread[]> {
  const isBehind = after
    ? sql`(u.at is not null, last.no) < (${after.unread}::boolean, ${after.no}::int)`
    : sql`true`
  return sql<ListedThread[]>`
    with listed as (
      select me.thread, me.person, u.at as unread_at, u.writer as unread_by, last.no as last_no
      from thread_member me
      join lateral (
        select m.no from message m where m.thread = me.thread and m.no > me.left_up_to order by m.no desc limit 1
      ) last on true
      left join lateral (${newestUnread(sql)}) u on true
      where me.person = ${reader} and not me.gone and ${isBehind} and (not ${unreadOnly}::boolean or u.at is not null)
      order by u.at is not null desc, last.no desc limit ${limit}
    )
    select ${threadColumns(sql)}, l.unread_at as "unreadAt", by.id as "unreadBy", (
      select jsonb_build_object('no', m.no, 'id', m.id, 'writer', w.id, 'text', m.text, 'at', m.made_at,
        'photo', ${photoOf(sql)})
      from message m join person w on w.no = m.writer left join message_photo ph on ph.message = m.id
      where m.no = l.last_no
    ) as last
    from listed l
    join thread t on t.no = l.thread
    left join tie on tie.id = t.tie
    left join person by on by.no = l.unread_by
    cross join lateral (${membersOf(sql, sql`l.person`)}) people
    order by l.unread_at is not null desc, l.last_no desc`
}

/** One thread of the reader's; undefined when it is not his. */
export async function selectThread(sql: Sql, reader: number, id: string): Promise<ThreadRow | undefined> {
  const [row] = await sql<ThreadRow[]>`
    select ${threadColumns(sql)}, u.at as "unreadAt", by.id as "unreadBy"
    from thread_member me
    join thread t on t.no = me.thread
    left join tie on tie.id = t.tie
    left join lateral (${newestUnread(sql)}) u on true
    left join person by on by.no = u.writer
    cross join lateral (${membersOf(sql, sql`me.person`)}) people
    where me.person = ${reader} and not me.gone and t.id = ${id}`
  return row
}

export interface MessageWish {
  /** Only this one. */
  readonly id: string | null
  /** Only those before this number. */
  readonly before: number | null
  readonly limit: number
}

/** What the reader has of a thread of his, the newest first: nothing of before he left. */
export function selectMessages(
  sql: Sql,
  reader: number,
  thread: number,
  { id, before, limit }: MessageWish,
): Promise<MessageRow[]> {
  return sql<MessageRow[]>`
    select m.no, m.id, w.id as writer, m.text, m.made_at as at, ${photoOf(sql)} as photo
    from thread_member me
    join message m on m.thread = me.thread and m.no > me.left_up_to
    join person w on w.no = m.writer
    left join message_photo ph on ph.message = m.id
    where me.person = ${reader} and not me.gone and me.thread = ${thread}
      and (${id}::uuid is null or m.id = ${id}::uuid)
      and (${before}::int is null or m.no < ${before}::int)
    order by m.no desc limit ${limit}`
}

/** The bytes of a message's photo, for whoever has that message. */
export async function selectPhoto(
  sql: Sql,
  reader: number,
  message: string,
  size: 'small' | 'large',
): Promise<Buffer | undefined> {
  const [row] = await sql<{ bytes: Buffer }[]>`
    select ${size === 'small' ? sql`ph.small` : sql`ph.large`} as bytes
    from message m
    join thread_member me on me.thread = m.thread and me.person = ${reader} and not me.gone
      and m.no > me.left_up_to
    join message_photo ph on ph.message = m.id
    where m.id = ${message}`
  return row?.bytes
}

// A thread of more than two has no tie whose end could close it; whoever is alone in one writes to nobody.
function threadColumns(sql: Sql) {
  return sql`t.no, t.id, tie.ended_at is null and people.others <> '[]' as writable, people.self, people.others`
}

// `me` is the reader's membership.
function newestUnread(sql: Sql) {
  return sql`
    select m.made_at as at, m.writer from message m
    where m.thread = me.thread and m.no > greatest(me.read_up_to, me.left_up_to) and m.writer <> me.person
    order by m.no desc limit 1`
}

// `m` is a message, `ph` its photo.
function photoOf(sql: Sql) {
  return sql`
    case when ph.message is not null then jsonb_build_object('width', ph.width, 'height', ph.height) end`
}

// Everybody in thread `t`, the reader apart. Its parties are named to each other, also when their tie has ended.
function membersOf(sql: Sql, reader: ReturnType<Sql>) {
  return sql`
    select (jsonb_agg(who.party) filter (where who.person = ${reader})) -> 0 as self,
      coalesce(jsonb_agg(who.party order by who.party ->> 'name') filter (where who.person <> ${reader}), '[]') as others
    from (
      select o.person, n.party
      from thread_member o cross join lateral (${partyOf(sql, reader, sql`o.person`)}) n
      where o.thread = t.no
    ) who`
}
