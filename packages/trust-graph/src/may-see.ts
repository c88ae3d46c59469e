import type { Witness } from './answers.ts'
import { isInAudience, standingOf } from './audience.ts'
import type { PersonNo, Seconds } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { isThere } from './hearing.ts'
import type { IndexedPost } from './post-index.ts'
import { isForClub, onwardOf } from './post-word.ts'
import { isEnded } from './side-word.ts'
import { viewerHash } from './viewer-hash.ts'

/**
 * Whether the viewer may see the post, and why: access, which never depends on strengths, pauses or K. Of several reasons
 * the first of: own, the chain of fewest ties, addressed, club. O(the author's ties times the ties of each).
 */
export function maySee(
  facts: GraphFacts,
  viewer: PersonNo,
  post: IndexedPost,
  now: Seconds,
): Witness | undefined {
  const { people } = facts
  if (!people.exists(viewer) || !people.exists(post.author)) return undefined
  if (viewer === post.author) return { way: 'own' }
  if (!isThere(facts, post, viewer, now) || people.apart(viewer, post.author)) return undefined
  const chain = isForClub(post.word) ? undefined : anyChain(facts, viewer, post)
  if (chain !== undefined) return { way: 'chain', chain }
  if (isAddressed(facts, viewer, post)) return { way: 'addressed' }
  const club = facts.posts.clubOf(post.no)
  const shared = club !== undefined && facts.members.has(club, viewer) && facts.members.has(club, post.author)
  return shared ? { way: 'club', club } : undefined
}

function isAddressed(facts: GraphFacts, viewer: PersonNo, post: IndexedPost): boolean {
  const as = facts.addressed.get(post.no, viewer)
  return as === 'answer' || (as === 'tie' && areTied(facts, viewer, post.author))
}

/** The chain of fewest ties; then of the smaller hash of the last carrier, then of the one before him. */
function anyChain(facts: GraphFacts, viewer: PersonNo, post: IndexedPost): PersonNo[] | undefined {
  const standing = standingOf(facts, post, viewer)
  if (standing === 'in') return [viewer, post.author]
  const onward = onwardOf(post.word)
  if (standing === 'out' || onward === 0) return undefined
  const last = lastCarriers(facts, viewer, post)
  const direct = last.find((carrier) => areTied(facts, viewer, carrier))
  if (direct !== undefined) return [viewer, direct, post.author]
  if (onward < 2) return undefined
  for (const carrier of last) {
    const first = firstCarrier(facts, viewer, post, carrier)
    if (first !== undefined) return [viewer, first, carrier, post.author]
  }
  return undefined
}

/** Everybody who may hand the post on first, in the order of the viewer's hash. */
function lastCarriers(facts: GraphFacts, viewer: PersonNo, post: IndexedPost): PersonNo[] {
  const { people, ties } = facts
  const { into } = ties
  const start = into.start(post.author)
  const carriers: PersonNo[] = []
  for (let at = start; at < start + 2 * into.count(post.author); at += 2) {
    const person = into.data[at]!
    if (!people.carries(person) || people.apart(person, post.author) || people.apart(person, viewer)) continue
    if (isInAudience(facts, post, person, into.data[at + 1]!)) carriers.push(person)
  }
  return carriers.sort((one, other) => viewerHash(viewer, one) - viewerHash(viewer, other))
}

function firstCarrier(
  facts: GraphFacts,
  viewer: PersonNo,
  post: IndexedPost,
  last: PersonNo,
): PersonNo | undefined {
  const { people, ties } = facts
  const { into } = ties
  const start = into.start(last)
  let best: PersonNo | undefined
  for (let at = start; at < start + 2 * into.count(last); at += 2) {
    const person = into.data[at]!
    if (isEnded(into.data[at + 1]!) || person === post.author || !people.carries(person)) continue
    if (best !== undefined && viewerHash(viewer, person) > viewerHash(viewer, best)) continue
    if (!areTied(facts, viewer, person) || people.apart(viewer, person)) continue
    if (people.apart(person, last) || people.apart(person, post.author)) continue
    if (standingOf(facts, post, person) !== 'out') best = person
  }
  return best
}

function areTied(facts: GraphFacts, one: PersonNo, other: PersonNo): boolean {
  const side = facts.ties.find(one, other)
  return side !== undefined && !isEnded(side)
}
