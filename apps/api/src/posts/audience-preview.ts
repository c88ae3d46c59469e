import type { AudiencePreview, Interest, Onward, Verdict } from '@kith/contract'
import { type Audience, roundAbout, type TrustGraph } from '@kith/trust-graph'
import type { SqlReader } from '../database/client.ts'
import { selectRing1 } from './audience-ring.ts'

/** What of a post decides how far it goes. */
export interface Travelling {
  readonly audience: Audience
  readonly onward: Onward
  readonly interest: Interest | null
  readonly verdict: Verdict
  /** The post itself, if there is one yet: whoever it is addressed to can see it too. */
  readonly post?: number
}

// A paid post and a warning go no further than the audience.
function onwardOf({
  onward,
  interest,
  verdict,
}: Pick<Travelling, 'onward' | 'interest' | 'verdict'>): Onward {
  return interest === 'paid' || verdict === 'against' ? 0 : onward
}

/** Who can see a post of that audience now: ring 1 from the tables, exactly and by name; beyond it "about" or nothing. */
export async function previewAudience(
  deps: { readonly sql: SqlReader; readonly engine: TrustGraph },
  author: number,
  travelling: Travelling,
): Promise<AudiencePreview> {
  const { audience } = travelling
  const ring1 = await selectRing1(deps.sql, author, audience, travelling.post)
  if (audience.form !== 'ties') return { ring1, about: null }
  const { beyond, carriers } = deps.engine.preview(author, audience, onwardOf(travelling))
  return { ring1, about: roundAbout(beyond, carriers) ?? null }
}
