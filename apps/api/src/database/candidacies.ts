import { eq, inArray, type SQL } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import type { Db } from './client.ts'
import { answer, ask } from './tables/ask-tables.ts'
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
  const asTies = tx
    .select({ post: addressing.post, person: addressing.person })
    .from(addressing)
    .where(inArray(addressing.post, [...posts]))
  const asAnswers = tx
    .select({ post: answer.post, person: ask.author })
    .from(answer)
    .innerJoin(ask, eq(ask.post, answer.ask))
    .where(inArray(answer.post, [...posts]))
  return union(asTies, asAnswers)
}
