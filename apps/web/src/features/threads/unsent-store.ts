import type { Me, ThreadId } from '@kith/contract'
import { remember, rememberedValue } from '../../lib/remembered.ts'
import { threadKey } from '../../lib/remembered-mine.ts'

/** What this device keeps of what somebody wrote in a thread: an unfinished text, and what did not arrive. */
export interface Unsent {
  text: string
  letters: readonly { key: string; text: string }[]
}

export function unsentOf(me: Me, thread: ThreadId): Unsent {
  return { text: '', letters: [], ...rememberedValue<Partial<Unsent>>(threadKey(thread, me.id)) }
}

/** Keeps one part of it, the other stays; forgets it where nothing is left. */
export function keepUnsent(me: Me, thread: ThreadId, part: Partial<Unsent>): void {
  const unsent = { ...unsentOf(me, thread), ...part }
  const isEmpty = unsent.text === '' && unsent.letters.length === 0
  remember(threadKey(thread, me.id), isEmpty ? null : JSON.stringify(unsent))
}
