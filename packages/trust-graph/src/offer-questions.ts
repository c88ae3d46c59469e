import { standingOf } from './audience.ts'
import type { PersonNo, Seconds } from './facts.ts'
import { isInFeedAge } from './freshness.ts'
import type { GraphFacts } from './graph-facts.ts'
import { hearFromClub, isHidden } from './hearing.ts'
import type { IndexedPost } from './post-index.ts'
import { isForClub, isPaid, kindOf } from './post-word.ts'
import type { Reach } from './reach.ts'
import { viewerHash } from './viewer-hash.ts'

/**
 * The ties of whom the viewer has to be asked whether he wants to hear their offers: he has not answered yet, and an offer
 * would stand in his lane if he said yes. The strongest first. O(the posts of the viewer's ties and of his clubs).
 */
export function askAboutOffers(facts: GraphFacts, reach: Reach, now: Seconds): PersonNo[] {
  const { posts } = facts
  const { viewer } = reach
  const costs = new Map<PersonNo, number>()
  for (let label = 1; label <= reach.ties; label++) {
    const author = reach.person(label)
    if (reach.considered(author) === 0) continue
    const start = posts.byAuthor.start(author)
    for (let record = start; record < start + 4 * posts.byAuthor.count(author); record += 4) {
      const post = posts.at(author, record)
      if (isForClub(post.word) || !isQuestion(facts, viewer, post, now)) continue
      if (standingOf(facts, post, viewer) === 'in') costs.set(author, reach.cost(label))
    }
  }
  for (const club of facts.clubs.row(viewer)?.keys() ?? []) {
    for (const no of posts.ofClub.row(club)?.keys() ?? []) {
      const post = posts.get(no)!
      const heard = isQuestion(facts, viewer, post, now) ? hearFromClub(facts, viewer, post) : undefined
      if (heard?.strongest === true) costs.set(post.author, heard.cost)
    }
  }
  const hash = (person: PersonNo) => viewerHash(viewer, person)
  const byStrength = [...costs].sort(
    ([one, cost], [other, otherCost]) => cost - otherCost || hash(one) - hash(other),
  )
  return byStrength.map(([person]) => person)
}

/** Whether the post is an offer that lacks nothing but the viewer's answer, as far as audience and ties do not decide it. */
function isQuestion(facts: GraphFacts, viewer: PersonNo, post: IndexedPost, now: Seconds): boolean {
  if (!isPaid(post.word) || facts.offerAnswers.has(viewer, post.author)) return false
  if (!isInFeedAge(post.since, now, kindOf(post.word)) || facts.posts.isExpired(post.no, now)) return false
  return post.author !== viewer && !isHidden(facts, post, viewer)
}
