import type { TrustGraph } from '@kith/trust-graph'
import type { PendingQuery, Row } from 'postgres'
import type { Sql } from '../database/client.ts'
import { addressedPosts } from './addressed-posts.ts'
import type { FoundPost } from './found-posts.ts'

/** A post about something that its reader may know of, with what its author calls it. */
export interface KnownPost extends FoundPost {
  readonly subject: number
  readonly title: string
}

/**
 * Posts that match, of everybody whom the viewer may hear, of his clubs, and those addressed to him: more than he hears,
 * so that the engine and the witness check have the last word. `isMatch` speaks of a recommendation `r` and its subject `s`.
 * O(posts of everybody reached).
 */
export async function selectKnown(
  { sql, engine }: { readonly sql: Sql; readonly engine: TrustGraph },
  viewer: number,
  isMatch: PendingQuery<Row[]>,
): Promise<KnownPost[]> {
  const authors = [viewer, ...engine.reach(viewer).map(({ person }) => person)]
  const columns = sql`select r.post, r.author, r.subject, r.title`
  return sql<KnownPost[]>`
    ${columns}, false as addressed
    from recommendation r join subject s on s.no = r.subject
    where r.author = any(${authors}::int[]) and ${isMatch}
    union
    ${columns}, false
    from club_member c join post p on p.club = c.club join recommendation r on r.post = p.no
    join subject s on s.no = r.subject
    where c.person = ${viewer} and ${isMatch}
    union
    ${columns}, true
    from ${addressedPosts(sql, viewer)} a join recommendation r on r.post = a.post join subject s on s.no = r.subject
    where ${isMatch}`
}
