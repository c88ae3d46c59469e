import type { Graph } from './graph-follower.ts'
import type { CheckedVoice } from './voice-presentation.ts'
import { type PostReader, seconds, type VoiceReader } from './voice-reader.ts'
import type { Proposal } from './witness-check.ts'

export interface SeenDeps {
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly now: () => Date
}

/** A row of the tables about a post, with that post as its reader sees it. */
export interface Seen<Row> {
  readonly row: Row
  readonly voice: CheckedVoice
}

export interface SeenSearch<Row> {
  /** Up to `limit` rows behind one, or the first ones, in the reader's order. */
  readonly next: (after: Row | undefined, limit: number) => Promise<readonly Row[]>
  readonly wanted: number
}

// So many rows are looked through at once.
const PART = 50

/** Those of these recommendations that the viewer may see, each once and in the given order. Strengths have no part in it. */
export function readSeen(
  deps: SeenDeps,
  viewer: number,
  posts: Iterable<number>,
): Promise<readonly CheckedVoice[]> {
  return readSeenBy(deps.voices, deps, viewer, posts)
}

/** The same of whatever a reader reads. */
export async function readSeenBy<Shown>(
  reader: PostReader<Shown>,
  { graph, now }: Pick<SeenDeps, 'graph' | 'now'>,
  viewer: number,
  posts: Iterable<number>,
): Promise<readonly Shown[]> {
  const distinct = [...new Set(posts)]
  const propose = (): Proposal[] =>
    distinct.flatMap((post, card): Proposal[] => {
      const witness = graph.engine.maySee(viewer, post, seconds(now()))
      return witness ? [{ viewer, post, card, witness, from: 'engine' }] : []
    })
  return (await reader.search({ propose, heardOnly: false, perCard: 1 })).voices
}

/** The first rows of which the viewer may see the post: what he may not see is left out without a gap. O(rows read). */
export async function gatherSeen<Row extends { readonly post: number }>(
  deps: SeenDeps,
  viewer: number,
  { next, wanted }: SeenSearch<Row>,
): Promise<readonly Seen<Row>[]> {
  const found: Seen<Row>[] = []
  let rows: readonly Row[] = []
  do {
    rows = await next(rows.at(-1), PART)
    const voices = await readSeen(
      deps,
      viewer,
      rows.map(({ post }) => post),
    )
    const byPost = new Map(voices.map((voice) => [voice.proposal.post, voice]))
    for (const row of rows) {
      const voice = byPost.get(row.post)
      if (voice) found.push({ row, voice })
    }
  } while (found.length < wanted && rows.length === PART)
  return found.slice(0, wanted)
}
