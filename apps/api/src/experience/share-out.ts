import type { OutcomeShare } from '@kith/trust-graph'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { findSubject, proposeSubject } from '../graph/subject-search.ts'
import type { CheckedVoice } from '../graph/voice-presentation.ts'
import { seconds, type VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'

const EVERY_VOICE = 2 ** 31 - 1

/** A tie whom an outcome moves. */
export interface MovedTie extends OutcomeShare {
  readonly cause: 'recommended' | 'carried'
}

interface ShareDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly now: () => Date
}

/**
 * Whom an outcome of this post moves, by rule E5. That something came through a tie is told to nobody unless a chain shows
 * it that the database accepts: of the others the share falls away.
 */
export async function shareOut(
  deps: ShareDeps,
  viewer: Viewer,
  { proposal, voice }: CheckedVoice,
): Promise<MovedTie[]> {
  const shares = deps.graph.engine.outcomeShares(viewer.no, proposal.post, seconds(deps.now()))
  if (voice.person.shown === 'tie') return shares.map((share) => ({ ...share, cause: 'recommended' }))
  const carriers = await readCarriers(deps, viewer, voice.subject.id)
  return shares.filter(({ tie }) => carriers.has(tie)).map((share) => ({ ...share, cause: 'carried' }))
}

/** The ties through whom the viewer hears of a subject. */
async function readCarriers(
  { sql, graph, voices, now }: ShareDeps,
  viewer: Viewer,
  subject: string,
): Promise<ReadonlySet<number>> {
  const found = await findSubject(sql, viewer.no, subject)
  const propose = (): Proposal[] =>
    proposeSubject(graph.engine, viewer.no, found, seconds(now())).filter(
      ({ witness }) => witness.way === 'chain' && witness.chain.length > 2,
    )
  const { voices: heard } = await voices.search({
    propose,
    heardOnly: true,
    perCard: EVERY_VOICE,
  })
  return new Set(
    heard.flatMap(({ proposal: { witness } }) => (witness.way === 'chain' ? (witness.chain[1] ?? []) : [])),
  )
}
