import type { Me } from '@kith/contract'
import { newKey } from '../../../lib/api.ts'
import { remember, remembered } from '../../../lib/remembered.ts'
import { readTrusted } from '../../../lib/trusted-json.ts'
import { blankDraft, type Draft } from './draft.ts'

/** What this device keeps of a person's unfinished writing: one draft, and the audience chosen last. */
export function openDraft(me: Me): Draft {
  const last: Pick<Draft, 'audience' | 'onward'> | null = read(`audience.${me.id}`)
  const blank = blankDraft(newKey(), last)
  const kept: Partial<Draft> | null = read(`draft.${me.id}`)
  return { ...blank, ...kept }
}

/** Keeps a draft on this device; null forgets it. */
export function keepDraft(me: Me, draft: Draft | null): void {
  remember(`draft.${me.id}`, draft === null ? null : JSON.stringify(draft))
}

/** Remembers whom the last recommendation was for. */
export function keepAudience(me: Me, { audience, onward }: Draft): void {
  remember(`audience.${me.id}`, JSON.stringify({ audience, onward }))
}

function read<Kept>(key: string): Kept | null {
  const kept = remembered(key)
  if (kept === null) return null
  try {
    return readTrusted<Kept>(kept)
  } catch {
    return null
  }
}
