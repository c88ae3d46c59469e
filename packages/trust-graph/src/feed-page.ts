import type { Card, Page, PageRequest, WrittenPost } from './answers.ts'
import type { BlockArena } from './block-arena.ts'
import type { Place } from './card-bounds.ts'
import { cardOf, type FreshnessOf, presentCard, type ScoredCard, valueOf } from './card-making.ts'
import type { Seconds, SubjectNo } from './facts.ts'
import { freshness } from './freshness.ts'
import type { GraphFacts } from './graph-facts.ts'
import { branchOf, type HeardPost, hear } from './hearing.ts'
import type { ListCandidates } from './list-candidates.ts'
import { compareKeys, ListOrder, type PlacedCard, rounded } from './list-order.ts'
import { isAsk, isForClub, isPaid, kindOf } from './post-word.ts'
import type { Reach } from './reach.ts'

/**
 * A window on the viewer's list of cards. O(posts of everybody considered), and the judging of about as many cards as lie
 * before the window's end.
 */
export function readPage(
  facts: GraphFacts,
  reach: Reach,
  candidates: ListCandidates,
  request: PageRequest,
): Page {
  const { asOf, after, limit, circle } = request
  const { viewer } = reach
  const fresh: FreshnessOf = ({ post }) => freshness(post.since, asOf, kindOf(post.word), isAsk(post.word))
  const circleBit = circle === undefined ? 0 : facts.circleMask(viewer, [circle]) << 16
  if (circle !== undefined && circleBit === 0) return { cards: [], complete: true }
  if (request.lane === 'offers' && !hearsOffers(facts, viewer)) return { cards: [], complete: true }
  // No offer has a score: the newest comes first.
  const byScore = request.order === 'ranked' && request.lane === 'feed'
  candidates.collect(reach, { ...request, circleBit, byScore })
  const judge = (voices: readonly Place[]) => {
    const heard = voices.flatMap(({ author, record }) => {
      const voice = hear(facts, reach, facts.posts.at(author, record), asOf)
      return voice !== undefined && isInCircle(facts, viewer, circleBit, voice) ? [voice] : []
    })
    return cardOf(facts, reach, heard, fresh)
  }
  const list = new ListOrder(candidates.posts, judge, {
    valueOf: byScore ? valueOf : (card: ScoredCard) => card.newest,
    byBranch: byScore,
    branches: reach.ties + (facts.clubs.row(viewer)?.size ?? 0),
  })
  const placed: PlacedCard[] = []
  let next = list.next()
  for (; next !== undefined && placed.length < limit; next = list.next()) {
    if (after === undefined || compareKeys(after, next.key) < 0) placed.push(next)
  }
  return {
    cards: placed.map(({ card, key }) => presentCard(card, key, fresh)),
    complete: next === undefined,
  }
}

/** Everything heard about one subject, offers apart, whatever its age. O(reach + posts of everybody considered). */
export function readCard(
  facts: GraphFacts,
  reach: Reach,
  subject: SubjectNo,
  now: Seconds,
): Card | undefined {
  const card = cardOf(facts, reach, heardOn(facts, reach, subject, now), () => 1)
  return card && presentCard(card, { value: rounded(valueOf(card)), hash: card.hash }, () => 1)
}

/** All that is heard on one subject, in no order. O(posts of everybody reached). */
export function heardOn(facts: GraphFacts, reach: Reach, subject: SubjectNo, now: Seconds): HeardPost[] {
  return placesOf(facts, reach, subject).flatMap(
    ({ author, record }) => hear(facts, reach, facts.posts.at(author, record), now) ?? [],
  )
}

/** All posts of everybody considered on these subjects, heard or not, without those of clubs. O(posts of everybody reached). */
export function postsOn(
  { posts: { byAuthor } }: GraphFacts,
  reach: Reach,
  subjects: ReadonlySet<SubjectNo>,
): WrittenPost[] {
  return [...writtenBy(byAuthor, reach, (record) => subjects.has(byAuthor.data[record + 1]!))].map(
    ({ author, record }) => ({ author, post: byAuthor.data[record + 2]! }),
  )
}

/** Where the posts on a subject lie: of everybody considered and of the viewer's clubs. */
function placesOf(facts: GraphFacts, reach: Reach, subject: SubjectNo): Place[] {
  const { byAuthor, ofClub } = facts.posts
  const isOn = (record: number) =>
    byAuthor.data[record + 1] === subject && !isPaid(byAuthor.data[record + 3]!)
  const places = [...writtenBy(byAuthor, reach, isOn)]
  for (const club of facts.clubs.row(reach.viewer)?.keys() ?? []) {
    for (const no of ofClub.row(club)?.keys() ?? []) {
      const record = facts.posts.recordOf(no)
      if (isOn(record)) places.push({ author: facts.posts.authorOf(no), record })
    }
  }
  return places
}

/** What everybody considered has written outside clubs, as far as it is wanted. */
function* writtenBy(
  byAuthor: BlockArena,
  reach: Reach,
  isWanted: (record: number) => boolean,
): Generator<Place> {
  for (let rank = 0; rank < reach.count; rank++) {
    const author = reach.person(reach.ranked(rank))
    const start = byAuthor.start(author)
    for (let record = start; record < start + 4 * byAuthor.count(author); record += 4) {
      if (isWanted(record) && !isForClub(byAuthor.data[record + 3]!)) yield { author, record }
    }
  }
}

/** Whether there is anybody whose offers the viewer wants to hear. */
function hearsOffers(facts: GraphFacts, viewer: number): boolean {
  return [...(facts.offerAnswers.row(viewer)?.values() ?? [])].includes('yes')
}

function isInCircle(facts: GraphFacts, viewer: number, circleBit: number, voice: HeardPost): boolean {
  if (circleBit === 0) return true
  const branch = branchOf(voice)
  return branch > 0 && (facts.ties.find(branch, viewer)! & circleBit) !== 0
}
