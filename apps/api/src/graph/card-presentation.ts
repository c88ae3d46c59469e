import { type Card, LIMITS } from '@kith/contract'
import type { CheckedVoices } from './voice-reader.ts'

/** The card of this number, made of what the database accepted of it; none where nothing holds. */
export function presentCard({ voices, counts }: CheckedVoices, at: number): Card[] {
  const loaded = voices.filter(({ proposal }) => proposal.card === at).map(({ voice }) => voice)
  const [strongest] = loaded
  if (strongest === undefined) return []
  // What moved to another subject a moment ago may still stand here for the engine.
  const about = loaded.filter(({ subject }) => subject.id === strongest.subject.id)
  const further = (counts.get(at) ?? 0) - loaded.length
  return [
    {
      subject: strongest.subject,
      voices: about,
      more: Math.min(further, LIMITS.moreVoices),
      moreBeyond: further > LIMITS.moreVoices,
    },
  ]
}
