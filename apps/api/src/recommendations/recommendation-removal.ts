import type { Change } from '../changes/change-kinds.ts'
import type { Db } from '../database/client.ts'
import { eraseRecommendation, lockOwn } from './recommendation-store.ts'

/** Removes an author's recommendation: its words are gone for good, an empty row stays. False where there is none. */
export async function removeRecommendation(
  tx: Db,
  changed: (...changes: Change[]) => void,
  { author, id, at }: { author: number; id: string; at: Date },
): Promise<boolean> {
  const own = await lockOwn(tx, author, id)
  if (!own) return false
  const { no } = own.post
  const { addressed, answered, wasEnclosed } = await eraseRecommendation(tx, no, at)
  changed({ kind: 'post', a: no })
  for (const person of addressed) changed({ kind: 'addressing', a: no, b: person })
  for (const ask of answered) changed({ kind: 'answer', a: ask, b: author })
  if (wasEnclosed) changed({ kind: 'invitations', a: author })
  return true
}
