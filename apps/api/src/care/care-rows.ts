import type { CircleKind, Rhythm } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { ringKind } from '../graph/told-posts.ts'

// Of what depends on a post that others may take away, so much is looked through, the newest.
const MOST_POSTS = 400

/** One side of a live tie, with what its owner surely knows of when the two last exchanged anything. */
export interface SideRow {
  readonly tie: string
  readonly other: number
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly photo: string | null
  readonly closeness: number | null
  readonly ring: CircleKind | null
  readonly rhythm: Rhythm | null
  readonly lastAt: Date
  readonly spokeOn: string | null
  readonly askAt: Date
  /** Their thread, where the newest that the owner has of it is the other's; else null. */
  readonly waitsIn: string | null
}

export interface SideWish {
  /** Nothing later counts. */
  readonly before: Date
  /** Nor that the two spoke elsewhere, from this day on; null: all of it does. */
  readonly spokeBefore: string | null
  /** This one alone; all when it is null. */
  readonly tie: string | null
}

/**
 * The owner's live ties. What he exchanged counts from the beginning of the tie: messages, what he addressed, answers to asks
 * of either, what was said below his own posts, direct thanks for them, introductions that came about. O(his ties + what was said about his posts), by index.
 */
export function selectSides(sql: Sql, owner: number, { before, tie }: SideWish): Promise<SideRow[]> {
  const until = sql`${before.toISOString()}::timestamptz`
  return sql<SideRow[]>`
    with exchanged as (
      select e.other, max(e.at) as at from (
        select a.person as other, a.made_at as at
        from post p join addressing a on a.post = p.no where p.author = ${owner}
        union all
        select k.author, a.made_at from post p join answer a on a.post = p.no join ask k on k.post = a.ask
        where p.author = ${owner}
        union all
        select p.author, a.made_at from ask k join answer a on a.ask = k.post join post p on p.no = a.post
        where k.author = ${owner}
        union all
        select c.writer, c.made_at from post p join comment c on c.post = p.no where p.author = ${owner}
        union all
        select t.thanker, t.thanked_at
        from thanks_hop h join thanks t on t.no = h.thanks join post p on p.no = t.post and p.author = h.person
        where h.person = ${owner} and h.place = 1
        union all
        select i.broker, i.accepted_at from introduction i
        where i.asker = ${owner}
        union all
        select i.broker, i.accepted_at from introduction_side s join introduction i on i.no = s.introduction
        where s.person = ${owner}
        union all
        select s.person, i.accepted_at
        from introduction i join introduction_side s on s.introduction = i.no where i.broker = ${owner}
        union all
        select i.asker, i.accepted_at from introduction i where i.broker = ${owner} and i.asker is not null
      ) e
      where e.at <= ${until} group by e.other
    )
    select t.id as tie, s.other, who.id, who.handle, who.name, who.image as photo, s.closeness, ring.kind as ring,
      (select min(k.rhythm) from circle_member m join circle k on k.no = m.circle
        where m.owner = s.owner and m.other = s.other) as rhythm,
      greatest(t.made_at, e.at, written.at) as "lastAt", c.spoke_on::text as "spokeOn",
      coalesce(c.ask_at, t.made_at + interval '1 year') as "askAt",
      case when newest.writer = s.other then th.id end as "waitsIn"
    from tie_side s
    join tie t on t.id = s.tie_id and t.ended_at is null
    join person who on who.no = s.other
    left join care_side c on c.owner = s.owner and c.other = s.other
    left join exchanged e on e.other = s.other
    left join thread th on th.tie = t.id
    left join thread_member me on me.thread = th.no and me.person = s.owner
    left join lateral (
      select m.made_at as at from message m where m.thread = th.no and m.made_at <= ${until} order by m.no desc limit 1
    ) written on true
    left join lateral (
      select m.writer from message m where m.thread = th.no and m.no > me.left_up_to and m.made_at >= t.made_at
      order by m.no desc limit 1
    ) newest on true
    left join lateral (${ringKind(sql, sql`s.owner`, sql`s.other`)}) ring on true
    where s.owner = ${owner} and (${tie}::uuid is null or t.id = ${tie}::uuid)`
}

/** Something between the owner and another that counts as long as he may see the post. */
export interface PostExchange {
  readonly other: number
  readonly post: number
  readonly at: Date
}

/** What the owner himself passed on, said below others' posts and thanked for: by it he knows no more than he did then. */
export function selectDone(sql: Sql, owner: number, before: Date): Promise<PostExchange[]> {
  return sql<PostExchange[]>`
    select d.other, d.post, d.at from (
      select p.recipient as other, p.post, p.made_at as at from pass p where p.sender = ${owner}
      union all
      select p.author, c.post, c.made_at from comment c join post p on p.no = c.post where c.writer = ${owner}
      union all
      select h.person, t.post, t.thanked_at
      from thanks t join thanks_hop h on h.thanks = t.no and h.place = 1 where t.thanker = ${owner}
    ) d
    where d.at <= ${before.toISOString()}::timestamptz
    order by d.at desc limit ${MOST_POSTS}`
}

/** Posts that were passed on or addressed to the owner, the newest first. */
export async function selectSentPosts(sql: Sql, owner: number): Promise<number[]> {
  const rows = await sql<{ post: number }[]>`
    select s.post from (
      select p.post, p.made_at as at from pass p where p.recipient = ${owner}
      union all
      select a.post, a.made_at from addressing a where a.person = ${owner}
    ) s
    group by s.post order by max(s.at) desc limit ${MOST_POSTS}`
  return rows.map(({ post }) => post)
}

/** A post of somebody's that may be a reason to turn to him. */
export interface PostReason {
  readonly reason: 'thanks' | 'outcome' | 'stillTrue'
  readonly post: number
  readonly author: number
}

/** Before anybody asked whether the owner may see them, the latest of each sort first. */
export function selectPostReasons(
  sql: Sql,
  owner: number,
  authors: readonly number[],
  now: Date,
): Promise<PostReason[]> {
  const at = sql`${now.toISOString()}::timestamptz`
  const among = sql`r.author = any(${[...authors]}::int[])`
  return sql<PostReason[]>`
    (select 'thanks' as reason, o.post, r.author
      from outcome o join recommendation r on r.post = o.post
      where o.person = ${owner} and o.outcome = 'helped' and ${among}
        and not exists (select from thanks t where t.post = o.post and t.thanker = o.person)
      order by o.said_at desc limit ${MOST_POSTS})
    union all
    (select 'outcome', q.post, r.author
      from outcome_question q join recommendation r on r.post = q.post
      where q.viewer = ${owner} and q.ask_at <= ${at} and ${among}
        and not exists (select from outcome o where o.post = q.post and o.person = q.viewer)
      order by q.ask_at limit ${MOST_POSTS})
    union all
    (select 'stillTrue', p.no, r.author
      from recommendation r join post p on p.no = r.post
      join subject s on s.no = r.subject
      where ${among} and p.deleted_at is null and p.form in ('ties', 'club') and r.interest <> 'paid'
        and s.kind not in ('film', 'book') and p.since < ${at} - interval '2 months'
      order by p.since limit ${MOST_POSTS})`
}

/** What these persons ask now, the latest first. */
export function selectOpenAsks(
  sql: Sql,
  authors: readonly number[],
  now: Date,
): Promise<{ post: number; author: number }[]> {
  return sql<{ post: number; author: number }[]>`
    select p.no as post, k.author from ask k join post p on p.no = k.post
    where k.author = any(${[...authors]}::int[]) and p.deleted_at is null
      and p.expires_at > ${now.toISOString()}::timestamptz
    order by p.no desc limit ${MOST_POSTS}`
}

/** How often somebody is told, where he is, and whether any circle of his has a rhythm. */
export async function selectCarer(
  sql: Sql,
  owner: number,
): Promise<{ care: boolean; timeZone: string; rhythms: boolean } | undefined> {
  const [row] = await sql<{ care: boolean; timeZone: string; rhythms: boolean }[]>`
    select p.care, p.time_zone as "timeZone",
      exists (select from circle c where c.owner = p.no and c.rhythm is not null) as rhythms
    from person p where p.no = ${owner}`
  return row
}
