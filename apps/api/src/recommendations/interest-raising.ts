import type { Interest } from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { Db } from '../database/client.ts'
import { orNotFound } from '../http/refusals.ts'
import type { AskDeps } from './candidacy-asking.ts'
import { changeOwn } from './recommendation-change.ts'
import { lockOwn, wordsOf } from './recommendation-store.ts'

/** Lets a recommendation say the interest that its author has, as if he had said so; it may only rise. */
export async function raiseInterest(
  tx: Db,
  changed: (...changes: Change[]) => void,
  deps: AskDeps,
  raised: { post: string; author: number; interest: Interest; interestWords: string; at: Date },
): Promise<void> {
  const { post: id, author, interest, interestWords, at } = raised
  const { recommendation } = orNotFound(await lockOwn(tx, author, id))
  const words = { ...wordsOf(recommendation), interestWords }
  await changeOwn(tx, changed, deps, { author, id, change: { interest, words }, at })
}
