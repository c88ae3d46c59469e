import { LIMITS, type NotificationReason } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { addressedPosts } from '../graph/addressed-posts.ts'
import type { FoundPost } from '../graph/found-posts.ts'

const DAY_MS = 86_400_000

/** What is read off what it is about, and has no row of its own. */
type ReadOff =
  | 'offer'
  | 'introduce'
  | 'bringing'
  | 'found'
  | 'introduced'
  | 'wrote'
  | 'guest'
  | 'care'
  | 'letter'
  | 'report'
  | 'look'
  | 'sought'

/** Something that happened, before anybody asked whether the viewer may know of it. */
export interface Told extends FoundPost {
  readonly reason: Exclude<NotificationReason, ReadOff>
  /** Who did it. */
  readonly actor: number
  readonly comment: number | null
  readonly thanks: number | null
  readonly at: Date
}

/**
 * What concerns the viewer, newest first: what he was notified of, and what others said about subjects that he recommends.
 * The latter is not written down for each of them, who may be thousands and mostly hear nothing of it.
 */
export async function selectTold(sql: Sql, viewer: number, now: Date): Promise<Told[]> {
  const newSince = new Date(now.getTime() - LIMITS.newVoiceDays * DAY_MS)
  return sql<Told[]>`
    with kept as (
      select n.no, n.reason, n.post, n.actor, n.comment, n.thanks, n.made_at as at from notification n
      where n.person = ${viewer} order by n.no desc limit ${LIMITS.notifications}
    ),
    said as (
      select null::bigint as no, 'voice' as reason, p.no as post, r.author as actor, null::int as comment,
        null::int as thanks, p.created_at as at
      from recommendation mine
      join post own on own.no = mine.post and own.deleted_at is null and own.form <> 'notebook'
      join recommendation r on r.subject = mine.subject and r.author <> mine.author
      join post p on p.no = r.post and p.deleted_at is null and p.form <> 'notebook'
      where mine.author = ${viewer}
        and p.created_at > own.created_at and p.created_at > ${newSince.toISOString()}::timestamptz
    )
    select t.reason, t.post, r.author, t.actor, t.comment, t.thanks, t.at,
      t.post in ${addressedPosts(sql, viewer)} as addressed
    from (select * from kept union all select * from said) t
    join recommendation r on r.post = t.post
    order by t.at desc, t.no desc nulls last, t.post desc`
}
