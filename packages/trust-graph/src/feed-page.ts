import type { Card, CardKey, Page, PageRequest } from './answers.ts'
import { type FreshnessOf, makeCards, presentCard, type ScoredCard } from './card-making.ts'
import type { PersonNo, Seconds, SubjectNo } from './facts.ts'
import { freshness, isInFeedAge, LONGEST_IN_FEED } from './freshness.ts'
import type { GraphFacts } from './graph-facts.ts'
import { heardPosts } from './heard-posts.ts'
import { branchOf, type HeardPost } from './hearing.ts'
import { BRANCH_FACTOR } from './model-constants.ts'
import type { IndexedPost } from './post-index.ts'
import { isAsk, isPaid, kindOf } from './post-word.ts'
import type { Reach } from './reach.ts'

/**
 * A window on the viewer's list of cards. The whole list is made and ordered each time: O(heard posts · log), plus what
 * `heardPosts` costs.
 */
export function readPage(facts: GraphFacts, reach: Reach, request: PageRequest): Page {
  const { asOf, after, limit } = request
  const fresh: FreshnessOf = ({ post }) => freshness(post.since, asOf, kindOf(post.word), isAsk(post.word))
  const heard = heardPosts(facts, reach, asOf, {
    accepts: (post) => belongs(facts, post, request),
    oldest: asOf - LONGEST_IN_FEED,
    unansweredOffers: false,
  })
  const kept = request.circle === undefined ? heard : inCircle(facts, reach.viewer, request.circle, heard)
  const cards = makeCards(reach, kept, fresh)
  // No offer has a score: the newest comes first.
  const byScore = request.order === 'ranked' && request.lane === 'feed'
  const placed = byScore
    ? rank(cards)
    : cards.map((card) => ({ card, key: { value: card.newest, hash: card.hash } }))
  placed.sort((one, other) => compareKeys(one.key, other.key))
  const rest = after === undefined ? placed : placed.filter(({ key }) => compareKeys(after, key) < 0)
  return {
    cards: rest.slice(0, limit).map(({ card, key }) => presentCard(card, key, fresh)),
    complete: rest.length <= limit,
  }
}

/** Whether the post is in the lane, the kinds and the time of the list. */
export function belongs(
  facts: GraphFacts,
  post: IndexedPost,
  { lane, kinds, asOf, highestPost }: Pick<PageRequest, 'lane' | 'kinds' | 'asOf' | 'highestPost'>,
): boolean {
  const kind = kindOf(post.word)
  return (
    post.no <= highestPost &&
    isPaid(post.word) === (lane === 'offers') &&
    (kinds === undefined || kinds.has(kind)) &&
    isInFeedAge(post.since, asOf, kind) &&
    !facts.posts.isExpired(post.no, asOf)
  )
}

/** Everything heard about one subject, offers apart, whatever its age. O(reach + posts of everybody reached). */
export function readCard(
  facts: GraphFacts,
  reach: Reach,
  subject: SubjectNo,
  now: Seconds,
): Card | undefined {
  const heard = heardPosts(facts, reach, now, {
    accepts: (post) => post.subject === subject && !isAsk(post.word) && !isPaid(post.word),
    oldest: 0,
    unansweredOffers: false,
  })
  const [card] = makeCards(reach, heard, () => 1)
  if (card === undefined) return undefined
  return presentCard(card, { value: rounded(rawValue(card)), hash: card.hash }, () => 1)
}

function inCircle(
  facts: GraphFacts,
  viewer: PersonNo,
  circle: number,
  heard: readonly HeardPost[],
): readonly HeardPost[] {
  const bit = facts.circleMask(viewer, [circle]) << 16
  return heard.filter((voice) => {
    const branch = branchOf(voice)
    return branch > 0 && (facts.ties.find(branch, viewer)! & bit) !== 0
  })
}

interface Placed {
  readonly card: ScoredCard
  readonly key: CardKey
}

/** The n-th best card of a branch counts 0.9^(n-1) of its value. */
function rank(cards: readonly ScoredCard[]): Placed[] {
  const raw = cards.map((card) => ({ card, key: { value: rounded(rawValue(card)), hash: card.hash } }))
  raw.sort((one, other) => compareKeys(one.key, other.key))
  const seen = new Map<number, number>()
  return raw.map(({ card, key }) => {
    const earlier = seen.get(card.branch) ?? 0
    seen.set(card.branch, earlier + 1)
    return { card, key: { value: rounded(rawValue(card) * BRANCH_FACTOR ** earlier), hash: key.hash } }
  })
}

function rawValue(card: ScoredCard): number {
  return Math.max(card.score, card.dissent)
}

/** The greater value first, then the smaller hash; no two cards of a list are equal. */
function compareKeys(one: CardKey, other: CardKey): number {
  return other.value - one.value || one.hash - other.hash
}

function rounded(score: number): number {
  return Math.round(score * 1e9) / 1e9
}
