import { type FeedCard, type FeedQuery, LIMITS } from '@kith/contract'
import type { CardKey, Page, Card as SkeletonCard } from '@kith/trust-graph'
import type { CheckedAsk } from '../graph/ask-presentation.ts'
import { presentCard } from '../graph/card-presentation.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { kindsOf, notBefore } from '../graph/list-filters.ts'
import type { AskReader, Checked, CheckedVoices, VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { FeedWindow } from './feed-window.ts'

// One more than is ever counted, to know whether there are more.
const CHECKED_VOICES = LIMITS.voicesPerCard + LIMITS.moreVoices + 1
const REFILLS = 5

interface Readers {
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly asks: AskReader
}

/** What the database made of a skeleton. */
interface Found {
  readonly recommended: CheckedVoices
  readonly asked: Checked<CheckedAsk>
}

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
  readonly cards: readonly FeedCard[]
  /** The last card that was looked at; undefined when the list ends here. */
  readonly next: CardKey | undefined
}

/**
 * A page of the feed: skeleton (engine) → load and check (one statement) → present. Cards that do not hold fall out; the
 * page is filled again from what follows, a bounded number of times.
 */
export async function readCards(deps: Readers, request: FeedRequest): Promise<FeedCards> {
  const cards: FeedCard[] = []
  let { after } = request.window
  for (let round = 0; round <= REFILLS; round++) {
    const wanted = request.limit - cards.length
    const { skeleton, found } = await loadCards(deps, request, after, wanted)
    cards.push(...skeleton.cards.flatMap((card, at) => present(card, found, at)))
    after = skeleton.cards.at(-1)?.key ?? after
    if (skeleton.complete) return { cards, next: undefined }
    if (cards.length >= request.limit) break
  }
  return { cards, next: after }
}

async function loadCards(
  { graph, voices, asks }: Readers,
  request: FeedRequest,
  after: CardKey | undefined,
  limit: number,
): Promise<{ skeleton: Page; found: Found }> {
  const { viewer, window } = request
  const pick = () => pickSkeleton(graph, request, after, limit)
  let skeleton = pick()
  let isFresh = true
  const propose = (): Proposal[] => {
    if (!isFresh) skeleton = pick()
    isFresh = false
    return skeleton.cards.flatMap((card, at) => proposeVoices(viewer, card, at))
  }
  const recommended = await voices.search({ propose, heardOnly: true, perCard: LIMITS.voicesPerCard })
  const proposeAsked = (): Proposal[] => {
    const wanted = skeleton.cards.flatMap(({ ask }) => ask ?? [])
    const heard = graph.engine.hearsAmong(viewer, wanted, window.asOf)
    return heard.map(({ post, witness }, card) => ({ viewer, post, card, witness, from: 'engine' }))
  }
  const asked = await asks.search({ propose: proposeAsked, heardOnly: true, perCard: 1 })
  return { skeleton, found: { recommended, asked } }
}

function present({ ask }: SkeletonCard, { recommended, asked }: Found, at: number): FeedCard[] {
  if (ask === undefined) return presentCard(recommended, at)
  const found = asked.voices.find(({ proposal }) => proposal.post === ask)
  return found ? [{ ask: found.ask }] : []
}

function pickSkeleton(
  { engine }: Graph,
  { viewer, query, circle, near, window }: FeedRequest,
  after: CardKey | undefined,
  limit: number,
): Page {
  const { asOf, highestPost } = window
  const { lane, order, only } = query
  const kinds = kindsOf(query)
  return engine.page(viewer, {
    lane,
    order,
    only,
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
  if (card.ask !== undefined) return []
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
