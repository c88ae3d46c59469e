import type { Me } from '@kith/contract'
import { newKey } from '../../../lib/api.ts'
import { remember, rememberedValue } from '../../../lib/remembered.ts'
import { audienceKey, draftKey } from '../../../lib/remembered-mine.ts'
import { blankDraft, type Draft, isNote } from './draft.ts'

/** What this device keeps of a person's unfinished writing: one draft, and the audience chosen last. */
export function openDraft(me: Me): Draft {
  const last: Pick<Draft, 'audience' | 'onward'> | null = rememberedValue(audienceKey(me.id))
  const blank = blankDraft(newKey(), last)
  return { ...blank, ...keptDraft(me) }
}

/** Keeps a draft on this device; null forgets it. */
export function keepDraft(me: Me, draft: Draft | null): void {
  remember(draftKey(me.id), draft === null ? null : JSON.stringify(draft))
}

/** Forgets the draft that was sent under this key; another one, begun meanwhile, stays. */
export function dropDraft(me: Me, key: string): void {
  if (keptDraft(me)?.key === key) keepDraft(me, null)
}

/** Remembers whom the last recommendation was for; a note is for nobody, and the next one need not be. */
export function keepAudience(me: Me, { audience, onward }: Draft): void {
  if (!isNote({ audience })) remember(audienceKey(me.id), JSON.stringify({ audience, onward }))
}

function keptDraft(me: Me): Partial<Draft> | null {
  return rememberedValue(draftKey(me.id))
}
