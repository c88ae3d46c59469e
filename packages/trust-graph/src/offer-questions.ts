import type { PersonNo, Seconds } from './facts.ts'
import { belongs } from './feed-page.ts'
import { LONGEST_IN_FEED } from './freshness.ts'
import type { GraphFacts } from './graph-facts.ts'
import { heardPosts } from './heard-posts.ts'
import type { Reach } from './reach.ts'
import { viewerHash } from './viewer-hash.ts'

/**
 * The ties of whom the viewer has to be asked whether he wants to hear their offers: he has not answered yet, and an offer
 * would stand in his lane if he said yes. The strongest first. O(what `heardPosts` costs).
 */
export function askAboutOffers(facts: GraphFacts, reach: Reach, now: Seconds): PersonNo[] {
  const waiting = heardPosts(facts, reach, now, {
    accepts: (post) =>
      belongs(facts, post, {
        lane: 'offers',
        kinds: undefined,
        asOf: now,
        highestPost: facts.posts.highest,
      }) &&
      reach.isTie(post.author) &&
      facts.offerAnswers.get(reach.viewer, post.author) === undefined,
    oldest: now - LONGEST_IN_FEED,
    unansweredOffers: true,
  })
  const costs = new Map(waiting.map(({ post, cost }) => [post.author, cost]))
  const hash = (person: PersonNo) => viewerHash(reach.viewer, person)
  const byStrength = [...costs].sort(
    ([one, cost], [other, otherCost]) => cost - otherCost || hash(one) - hash(other),
  )
  return byStrength.map(([person]) => person)
}
