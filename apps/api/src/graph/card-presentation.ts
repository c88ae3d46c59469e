import { type Card, LIMITS } from '@kith/contract'
import type { CheckedVoices } from './voice-reader.ts'

/** The card of this number, made of what the database accepted of it; none where nothing holds. */
export function presentCard({ voices, counts }: CheckedVoices, at: number): Card[] {
  const loaded = voices.filter(({ proposal }) => proposal.card === at).map(({ voice }) => voice)
  const [strongest] = loaded
  if (strongest === undefined) return []
  const further = (counts.get(at) ?? 0) - loaded.length
  return [
    {
      subject: strongest.subject,
      voices: loaded,
      more: Math.min(further, LIMITS.moreVoices),
      moreBeyond: further > LIMITS.moreVoices,
    },
  ]
}
