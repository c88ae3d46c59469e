import type { Seconds } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { type HeardPost, heardAlong, hearFromClub, isHidden, isThere, mayOffer } from './hearing.ts'
import type { IndexedPost } from './post-index.ts'
import { audienceKey, isForClub, isListed, onwardOf } from './post-word.ts'
import type { Reach } from './reach.ts'
import { type Travelled, travel } from './travel.ts'

/** Which posts a list is made of, as far as the post alone tells. */
export interface Selection {
  readonly accepts: (post: IndexedPost) => boolean
  /** Nothing of an author that is older is accepted either. */
  readonly oldest: Seconds
  /** Whether offers count that the viewer has not said yes to. */
  readonly unansweredOffers: boolean
}

/** Every post of the selection that the viewer hears. O(reach + posts of everybody reached + `travel` per audience). */
export function heardPosts(facts: GraphFacts, reach: Reach, now: Seconds, selection: Selection): HeardPost[] {
  const { viewer } = reach
  const { posts } = facts
  const heard: HeardPost[] = []
  const wanted = (post: IndexedPost) =>
    post.author !== viewer &&
    selection.accepts(post) &&
    isThere(facts, post, viewer, now) &&
    !isHidden(facts, post, viewer) &&
    (selection.unansweredOffers || mayOffer(facts, post, viewer))
  for (const label of reach.ranked) {
    const author = reach.person(label)
    const ways = new Map<number, Travelled | undefined>()
    const start = posts.byAuthor.start(author)
    for (let at = start; at < start + 4 * posts.byAuthor.count(author); at += 4) {
      const post = posts.at(author, at)
      if (post.since < selection.oldest) break
      if (isForClub(post.word) || !wanted(post)) continue
      const travelled = travelOnce(facts, reach, post, ways)
      if (travelled !== undefined) heard.push(heardAlong(post, travelled))
    }
  }
  for (const club of facts.clubs.row(viewer)?.keys() ?? []) {
    for (const no of posts.ofClub(club)) {
      const post = posts.get(no)!
      const way = wanted(post) ? hearFromClub(facts, viewer, post) : undefined
      if (way !== undefined) heard.push(way)
    }
  }
  return heard
}

/** Posts of one author with the same audience and onward travel the same way. */
function travelOnce(
  facts: GraphFacts,
  reach: Reach,
  post: IndexedPost,
  ways: Map<number, Travelled | undefined>,
): Travelled | undefined {
  if (isListed(post.word)) return travel(facts, reach, post)
  const key = audienceKey(post.word) | onwardOf(post.word)
  if (!ways.has(key)) ways.set(key, travel(facts, reach, post))
  return ways.get(key)
}
