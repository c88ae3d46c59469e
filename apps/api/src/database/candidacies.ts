import { inArray, type SQL } from 'drizzle-orm'
import type { Db } from './client.ts'
import { candidacy } from './tables/candidacy-tables.ts'
import { addressing } from './tables/post-tables.ts'

/** A post, and somebody who may or may not see it any more because of a candidacy. */
export interface Concerned {
  readonly post: number
  readonly person: number
}

/** Deletes candidacies for good, which holds their posts. Answers who was put forward where. */
export async function deleteCandidacies(tx: Db, isGone: SQL | undefined): Promise<Concerned[]> {
  return tx.delete(candidacy).where(isGone).returning({ post: candidacy.post, person: candidacy.person })
}

/** To whom these posts are addressed: none of them sees one that is held. */
export async function selectAddressed(tx: Db, posts: readonly number[]): Promise<Concerned[]> {
  if (posts.length === 0) return []
  return tx
    .select({ post: addressing.post, person: addressing.person })
    .from(addressing)
    .where(inArray(addressing.post, [...posts]))
}
