import { type PostFacts, TrustGraph } from '../src/index.ts'
import type { TrustNetwork } from './trust-network.ts'

export const NOW = 1_800_000_000

const TRUST = 0.8

/** A recommendation of a film, for all ties and as far as things travel. */
export function recommendation(author: number, subject: number): PostFacts {
  return {
    author,
    subject,
    kind: 'film',
    ask: false,
    verdict: 'recommend',
    interest: 'none',
    ownExperience: true,
    onward: 2,
    audience: { form: 'ties', all: true, circles: [], singles: [], excepted: [] },
    created: NOW,
    since: NOW,
    expires: undefined,
  }
}

/**
 * The network as ties. A tie has two sides; where the data have one, the other is paused, so that its owner does not hear
 * the person, and weighs `missing`.
 */
export function graphOf(network: TrustNetwork, missing: number): TrustGraph {
  const graph = new TrustGraph()
  for (const person of network.people) graph.setPerson(person, { carries: true })
  const side = (given: boolean) => ({ declared: given ? TRUST : missing, paused: !given, circles: [] })
  for (const [truster, trusted] of network.trusts) {
    for (const trustee of trusted) {
      const mutual = network.trusts.get(trustee)?.has(truster) ?? false
      graph.setTie(truster, trustee, { ended: false, sides: [side(true), side(mutual)] })
    }
  }
  return graph
}
