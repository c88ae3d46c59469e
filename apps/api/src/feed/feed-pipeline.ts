import { type Card, type FeedQuery, LIMITS } from '@kith/contract'
import type { CardKey, Page, Card as SkeletonCard } from '@kith/trust-graph'
import { presentCard } from '../graph/card-presentation.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { kindsOf, notBefore } from '../graph/list-filters.ts'
import type { CheckedVoices, VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { FeedWindow } from './feed-window.ts'

// One more than is ever counted, to know whether there are more.
const CHECKED_VOICES = LIMITS.voicesPerCard + LIMITS.moreVoices + 1
const REFILLS = 5

export interface FeedRequest {
  readonly viewer: number
  readonly query: FeedQuery
  /** The number of the circle that the query names. */
  readonly circle: number | undefined
  /** The posts within the radius that the query names. */
  readonly near: ReadonlySet<number> | undefined
  readonly window: FeedWindow
  readonly limit: number
}

export interface FeedCards {
  readonly cards: readonly Card[]
  /** The last card that was looked at; undefined when the list ends here. */
  readonly next: CardKey | undefined
}

/**
 * A page of the feed: skeleton (engine) → load and check (one statement) → present. Cards that do not hold fall out; the
 * page is filled again from what follows, a bounded number of times.
 */
export async function readCards(
  deps: { graph: Graph; voices: VoiceReader },
  request: FeedRequest,
): Promise<FeedCards> {
  const cards: Card[] = []
  let { after } = request.window
  for (let round = 0; round <= REFILLS; round++) {
    const wanted = request.limit - cards.length
    const { skeleton, found } = await loadCards(deps, request, after, wanted)
    cards.push(...skeleton.cards.flatMap((_, at) => presentCard(found, at)))
    after = skeleton.cards.at(-1)?.key ?? after
    if (skeleton.complete) return { cards, next: undefined }
    if (cards.length >= request.limit) break
  }
  return { cards, next: after }
}

async function loadCards(
  { graph, voices }: { graph: Graph; voices: VoiceReader },
  request: FeedRequest,
  after: CardKey | undefined,
  limit: number,
): Promise<{ skeleton: Page; found: CheckedVoices }> {
  const pick = () => pickSkeleton(graph, request, after, limit)
  let skeleton = pick()
  let isFresh = true
  const propose = (): Proposal[] => {
    if (!isFresh) skeleton = pick()
    isFresh = false
    return skeleton.cards.flatMap((card, at) => proposeVoices(request.viewer, card, at))
  }
  const found = await voices.search({ propose, heardOnly: true, perCard: LIMITS.voicesPerCard })
  return { skeleton, found }
}

function pickSkeleton(
  { engine }: Graph,
  { viewer, query, circle, near, window }: FeedRequest,
  after: CardKey | undefined,
  limit: number,
): Page {
  const { asOf, highestPost } = window
  const { lane, order } = query
  const kinds = kindsOf(query)
  return engine.page(viewer, {
    lane,
    order,
    asOf,
    highestPost,
    kinds: kinds && new Set(kinds),
    circle,
    notBefore: notBefore(query, asOf),
    ownExperience: query.basis === 'own',
    among: near,
    after,
    limit,
  })
}

function proposeVoices(viewer: number, card: SkeletonCard, at: number): Proposal[] {
  return withDissent(card)
    .slice(0, CHECKED_VOICES)
    .map(({ post, witness }) => ({ viewer, post, card: at, witness, from: 'engine' }))
}

/** Strongest first, but the strongest of the other opinion is always among those that are loaded. */
function withDissent({ voices }: SkeletonCard): SkeletonCard['voices'] {
  const other = voices.find(({ verdict }) => verdict !== voices[0]?.verdict)
  if (other === undefined || voices.indexOf(other) < LIMITS.voicesPerCard) return voices
  const rest = voices.filter((voice) => voice !== other)
  const last = LIMITS.voicesPerCard - 1
  return [...rest.slice(0, last), other, ...rest.slice(last)]
}
