import type { Heard, Witness } from './answers.ts'
import type { ClubNo, PersonNo, PostNo, Seconds } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { CLUB_COST } from './model-constants.ts'
import type { IndexedPost } from './post-index.ts'
import { isAsk, isForClub, isPaid } from './post-word.ts'
import type { Reach } from './reach.ts'
import { costOfSide, isEnded, isPaused } from './side-word.ts'
import { type Travelled, travel } from './travel.ts'

/** A post that a viewer hears: how it came and how strong the way is. */
export interface HeardPost {
  readonly post: IndexedPost
  readonly cost: number
  /** The viewer first, the author last; undefined for a club's post. */
  readonly chain: readonly PersonNo[] | undefined
  /** Whether the chain is its author's own strongest, or the author of a club's post is a tie of the viewer's. */
  readonly strongest: boolean
  /** The cost of the chain as far as the last carrier. */
  readonly carrierCost: number
  readonly club: ClubNo | undefined
}

/** Whether the post exists for this viewer: an expired one is its author's alone, an ask also theirs who answered it. */
export function isThere(facts: GraphFacts, post: IndexedPost, viewer: PersonNo, now: Seconds): boolean {
  if (!facts.posts.isExpired(post.no, now)) return true
  return isAsk(post.word) && facts.answered.has(post.no, viewer)
}

/** Hidden by the viewer: the voice as a whole, or this one post of an unnamed one. */
export function isHidden(facts: GraphFacts, post: IndexedPost, viewer: PersonNo): boolean {
  return facts.hiddenVoices.has(viewer, post.author) || facts.hiddenPosts.has(viewer, post.no)
}

/** An offer is heard by a tie who said yes, and by nobody else. */
export function mayOffer(facts: GraphFacts, post: IndexedPost, viewer: PersonNo): boolean {
  if (!isPaid(post.word)) return true
  const side = facts.ties.find(viewer, post.author)
  const tied = side !== undefined && !isEnded(side)
  return tied && facts.offerAnswers.get(viewer, post.author) === 'yes'
}

/** How the viewer hears the post, or undefined. What it costs is said at `travel`. */
export function hear(
  facts: GraphFacts,
  reach: Reach,
  post: IndexedPost,
  now: Seconds,
): HeardPost | undefined {
  const { viewer } = reach
  if (post.author === viewer || !isThere(facts, post, viewer, now)) return undefined
  if (isHidden(facts, post, viewer) || !mayOffer(facts, post, viewer)) return undefined
  if (isForClub(post.word)) return hearFromClub(facts, viewer, post)
  const travelled = travel(facts, reach, post)
  return travelled && heardAlong(post, travelled)
}

function heardAlong(post: IndexedPost, travelled: Travelled): HeardPost {
  const { cost, chain, strongest, carrierCost } = travelled
  return { post, cost, chain, strongest, carrierCost, club: undefined }
}

/** A club's post is heard by its members, whatever their ties are worth, unless they paused the club or its author. */
export function hearFromClub(facts: GraphFacts, viewer: PersonNo, post: IndexedPost): HeardPost | undefined {
  const club = facts.posts.clubs.get(post.no)!
  const { people, members, ties } = facts
  if (!people.exists(viewer) || !people.exists(post.author) || people.apart(viewer, post.author))
    return undefined
  const membership = members.get(club, viewer)
  if (membership === undefined || membership.paused || !members.has(club, post.author)) return undefined
  const side = ties.find(viewer, post.author)
  if (side === undefined || isEnded(side)) {
    return { post, cost: CLUB_COST, chain: undefined, strongest: false, carrierCost: 0, club }
  }
  if (isPaused(side)) return undefined
  return { post, cost: costOfSide(side), chain: undefined, strongest: true, carrierCost: 0, club }
}

/** What the database has to check before the post leaves. */
function witnessOf(heard: HeardPost): Witness {
  if (heard.club !== undefined) return { way: 'club', club: heard.club }
  return { way: 'chain', chain: heard.chain! }
}

export function toHeard(heard: HeardPost): Heard {
  return { post: heard.post.no, witness: witnessOf(heard), cost: heard.cost }
}

/** The tie of the viewer's through whom the post came, or the club as a negative number. */
export function branchOf(heard: HeardPost): number {
  if (heard.chain !== undefined) return heard.chain[1]!
  return heard.strongest ? heard.post.author : -heard.club!
}

export function heardOf(facts: GraphFacts, reach: Reach, posts: Iterable<PostNo>, now: Seconds): Heard[] {
  const heard: Heard[] = []
  for (const no of posts) {
    const post = facts.posts.get(no)
    const way = post && hear(facts, reach, post, now)
    if (way !== undefined) heard.push(toHeard(way))
  }
  return heard
}
