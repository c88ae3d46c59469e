import { type DrawnTie, LIMITS, type NamedPerson, type NetworkPicture, PersonId } from '@kith/contract'
import type { WrittenPost } from '@kith/trust-graph'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import type { CheckedVoice } from '../graph/voice-presentation.ts'
import { seconds, type VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'
import { type DrawnRow, selectClosest, selectOpen } from './network-rows.ts'

/**
 * The picture of one's network. What is drawn beyond one's own ties follows from what one may see and from who is open, never
 * from reach: nothing of how well others know each other is in it. Whoever is drawn there has a post whose witness was checked.
 */
export interface NetworkService {
  read(viewer: Viewer): Promise<NetworkPicture>
}

export interface NetworkDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly now: () => Date
}

export function createNetwork({ sql, graph, voices, now }: NetworkDeps): NetworkService {
  return {
    read: async ({ no: viewer }) => {
      const ties = await selectClosest(sql, viewer, LIMITS.drawnTies)
      const behind = () => ties.map((tie) => graph.engine.behind(viewer, tie.no, seconds(now())))
      // Who of them is open only says what is worth proposing: whether he may be named the statement decides that loads him.
      const open = await selectOpen(sql, authorsBehindOpen(ties, behind()))
      const propose = () =>
        behind().flatMap((found, card) => proposeOf({ viewer, card, tie: ties[card] }, found, open))
      const perCard = LIMITS.drawnBeyond + 1
      const found = await voices.search({ propose, heardOnly: false, perCard })
      return { drawn: ties.map(({ id }, card) => drawTie(id, card, found)) }
    },
  }
}

function authorsBehindOpen(ties: readonly DrawnRow[], behind: readonly WrittenPost[][]): number[] {
  return behind.flatMap((found, at) => (ties[at]?.open ? found.map(({ author }) => author) : []))
}

/** One more than are drawn, so that it shows whether there are more. */
function proposeOf(
  { viewer, card, tie }: { viewer: number; card: number; tie: DrawnRow | undefined },
  found: readonly WrittenPost[],
  open: ReadonlySet<number>,
): Proposal[] {
  if (tie === undefined) return []
  const isOpen = ({ author }: WrittenPost) => tie.open && open.has(author)
  const first = [...found.filter(isOpen), ...found.filter((one) => !isOpen(one))]
  return first.slice(0, LIMITS.drawnBeyond + 1).map(({ author, post }) => ({
    viewer,
    post,
    card,
    witness: { way: 'chain', chain: [viewer, tie.no, author] },
    from: 'engine',
  }))
}

function drawTie(
  id: string,
  card: number,
  { voices, counts }: { voices: readonly CheckedVoice[]; counts: ReadonlyMap<number, number> },
): DrawnTie {
  const shown = voices.flatMap(({ proposal, voice }): NamedPerson[] =>
    proposal.card === card && voice.person.shown === 'named' ? [voice.person] : [],
  )
  const beyond = shown.slice(0, LIMITS.drawnBeyond)
  return { person: PersonId.parse(id), beyond, more: (counts.get(card) ?? 0) > beyond.length }
}
