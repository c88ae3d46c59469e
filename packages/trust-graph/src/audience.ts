import type { PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import type { IndexedPost, ListedTies } from './post-index.ts'
import { isForAllTies, isListed } from './post-word.ts'
import { CIRCLES, isEnded } from './side-word.ts'

/**
 * How a person stands to a post's author and audience: `in` the audience; `out` for good, because the author has or once
 * had a tie with him and did not choose him; or a `stranger` to the author, whom only others can bring the post.
 */
export type Standing = 'in' | 'out' | 'stranger'

/** O(the smaller of the two persons' ties). */
export function standingOf(facts: GraphFacts, post: IndexedPost, person: PersonNo): Standing {
  const side = facts.ties.find(person, post.author)
  if (side === undefined) return 'stranger'
  return isInAudience(facts, post, person, side) ? 'in' : 'out'
}

/** The same for somebody whose side towards the author is at hand. */
export function isInAudience(facts: GraphFacts, post: IndexedPost, person: PersonNo, side: number): boolean {
  const listed = isListed(post.word) ? facts.posts.listed.get(post.no) : undefined
  return isChosen(post.word, listed, person, side)
}

/** Whether an audience, as a post's word has it, takes in a person with this side towards the author. */
export function isChosen(
  audience: number,
  listed: ListedTies | undefined,
  person: PersonNo,
  side: number,
): boolean {
  if (isEnded(side) || listed?.excepted.has(person)) return false
  return isForAllTies(audience) || (side & audience & CIRCLES) !== 0 || listed?.singles.has(person) === true
}
