import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { keepRecommendation } from '../database/living-recommendations.ts'
import { post } from '../database/tables/post-tables.ts'
import { thanks, thanksHop } from '../database/tables/thanks-tables.ts'

export interface NewThanks {
  readonly post: number
  readonly thanker: number
  /** Who stands between, from the thanker on. */
  readonly carriers: readonly number[]
  /** Undefined leaves the words as they are. */
  readonly words: string | null | undefined
  readonly at: Date
}

/** Thanks that are on their way back. */
export interface SentThanks {
  readonly no: number
  readonly post: number
  /** Everybody whom they reach, the author last. */
  readonly reached: readonly number[]
}

/**
 * Thanks once and for all: who has thanked already changes the words, and the way stays. Answers what is new, undefined
 * where nothing but words is; null when the recommendation was deleted meanwhile.
 */
export async function saveThanks(tx: Db, made: NewThanks): Promise<SentThanks | undefined | null> {
  const { post: no, thanker, carriers, words, at } = made
  const author = await keepRecommendation(tx, no)
  if (author === undefined) return null
  const [row] = await tx
    .insert(thanks)
    .values({ post: no, thanker, words, thankedAt: at })
    .onConflictDoNothing()
    .returning({ no: thanks.no })
  if (!row) {
    if (words !== undefined) await tx.update(thanks).set({ words }).where(isOf(no, thanker))
    return undefined
  }
  const reached = [...carriers, author]
  const hops = [thanker, ...reached].map((person, place) => ({ thanks: row.no, place, person }))
  await tx.insert(thanksHop).values(hops)
  return { no: row.no, post: no, reached }
}

/** Takes them back everywhere; undefined where there are none. */
export async function deleteThanks(tx: Db, thanker: number, id: string): Promise<SentThanks | undefined> {
  const named = tx.select({ no: post.no }).from(post).where(eq(post.id, id))
  const [row] = await tx
    .select({ no: thanks.no, post: thanks.post })
    .from(thanks)
    .where(and(eq(thanks.thanker, thanker), inArray(thanks.post, named)))
    .for('update')
  if (!row) return undefined
  const hops = await tx
    .select({ person: thanksHop.person })
    .from(thanksHop)
    .where(and(eq(thanksHop.thanks, row.no), gt(thanksHop.place, 0)))
    .orderBy(asc(thanksHop.place))
  await tx.delete(thanks).where(isOf(row.post, thanker))
  return { ...row, reached: hops.map(({ person }) => person) }
}

function isOf(no: number, thanker: number) {
  return and(eq(thanks.post, no), eq(thanks.thanker, thanker))
}
