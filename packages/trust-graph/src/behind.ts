import type { WrittenPost } from './answers.ts'
import { isInAudience } from './audience.ts'
import type { PersonNo, PostNo, Seconds } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { isThere } from './hearing.ts'
import type { IndexedPost } from './post-index.ts'
import { isForClub, onwardOf } from './post-word.ts'
import { isEnded } from './side-word.ts'
import { viewerHash } from './viewer-hash.ts'

/**
 * Everybody right behind one of the viewer's ties of whom the tie brings the viewer something: with the newest post that he
 * may see along these three, in the order of h(viewer, author). Strengths have no part in it. O(the tie's ties and their posts).
 */
export function behind(facts: GraphFacts, viewer: PersonNo, tie: PersonNo, now: Seconds): WrittenPost[] {
  const { people, ties } = facts
  const own = ties.find(viewer, tie)
  const carries = people.exists(viewer) && people.carries(tie) && !people.apart(viewer, tie)
  if (own === undefined || isEnded(own) || !carries) return []
  const { from } = ties
  const start = from.start(tie)
  const found: WrittenPost[] = []
  for (let at = start; at < start + 2 * from.count(tie); at += 2) {
    const author = from.data[at]!
    const side = from.data[at + 1]!
    // Whoever has or had a tie with the viewer is reached by that alone, or not at all.
    if (author === viewer || isEnded(side) || ties.find(viewer, author) !== undefined) continue
    if (people.apart(author, tie) || people.apart(author, viewer)) continue
    const post = newestCarried(facts, { viewer, tie, side, author }, now)
    if (post !== undefined) found.push({ author, post })
  }
  return found.sort((one, other) => viewerHash(viewer, one.author) - viewerHash(viewer, other.author))
}

interface Through {
  readonly viewer: PersonNo
  readonly tie: PersonNo
  /** The tie's side towards the author. */
  readonly side: number
  readonly author: PersonNo
}

/** The author's newest post that the tie has of him and may hand on to the viewer; of equally new ones the highest number. */
function newestCarried(facts: GraphFacts, through: Through, now: Seconds): PostNo | undefined {
  const { byAuthor } = facts.posts
  const start = byAuthor.start(through.author)
  let newest: IndexedPost | undefined
  for (let at = start; at < start + 4 * byAuthor.count(through.author); at += 4) {
    const post = facts.posts.at(through.author, at)
    if (newest !== undefined && post.since < newest.since) break
    if (newest !== undefined && post.no < newest.no) continue
    if (mayHandOn(facts, through, post) && isThere(facts, post, through.viewer, now)) newest = post
  }
  return newest?.no
}

function mayHandOn(facts: GraphFacts, { tie, side }: Through, post: IndexedPost): boolean {
  if (isForClub(post.word) || onwardOf(post.word) === 0) return false
  return isInAudience(facts, post, tie, side)
}
