import { seconds } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import { checkProposals } from './live-check.ts'
import { type PostDeps, pairs } from './live-posts.ts'

/**
 * Of those for whom there is news about a post, who may see it: the others are told nothing, not even that something
 * happened.
 */
export async function findNotified(
  { sql, graph, now }: PostDeps,
  notified: ReadonlyMap<number, ReadonlySet<number>>,
  connected: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  const at = now()
  const proposals = pairs(notified)
    .filter(({ viewer }) => connected.has(viewer))
    .flatMap(({ viewer, post }): Proposal[] => {
      const witness = graph.engine.maySee(viewer, post, seconds(at))
      return witness ? [{ viewer, post, witness, card: 0, from: 'engine' }] : []
    })
  const accepted = await checkProposals(sql, proposals, { heardOnly: false, now: at })
  return new Set(accepted.map(({ viewer }) => viewer))
}
