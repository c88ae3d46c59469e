import { isInAudience, standingOf } from './audience.ts'
import type { PersonNo, Seconds } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { hearFromClub, isHidden, isThere, mayOffer } from './hearing.ts'
import { DECAY_COST, FLOOR_COST } from './model-constants.ts'
import type { IndexedPost } from './post-index.ts'
import { isForClub, onwardOf } from './post-word.ts'
import { costOfSide, isEnded, isPaused } from './side-word.ts'
import { livingSides } from './tie-sides.ts'

/**
 * Which of these persons hear the post, K apart: one search backwards from the author, pruned at the floor, in ascending
 * order. O(connected + chains of at most three ties above the floor that end in the author).
 */
export function whoHears(
  facts: GraphFacts,
  post: IndexedPost,
  connected: Iterable<PersonNo>,
  now: Seconds,
): PersonNo[] {
  const open = new Set<PersonNo>()
  for (const person of connected) if (mayBeTold(facts, post, person, now)) open.add(person)
  const hearers = isForClub(post.word)
    ? [...open].filter((person) => hearFromClub(facts, person, post) !== undefined)
    : alongChains(facts, post, open)
  return hearers.sort((one, other) => one - other)
}

/** What depends on the two of them alone. */
function mayBeTold(facts: GraphFacts, post: IndexedPost, person: PersonNo, now: Seconds): boolean {
  const { people } = facts
  if (person === post.author || !people.exists(person) || !people.exists(post.author)) return false
  if (people.apart(person, post.author) || !isThere(facts, post, person, now)) return false
  return !isHidden(facts, post, person) && mayOffer(facts, post, person)
}

interface Step {
  readonly person: PersonNo
  /** Of everything from this person to the author, the decay of the tie before him included. */
  readonly cost: number
}

function alongChains(facts: GraphFacts, post: IndexedPost, open: Set<PersonNo>): PersonNo[] {
  const hearers: PersonNo[] = []
  const tell = (person: PersonNo) => {
    if (open.delete(person)) hearers.push(person)
  }
  const onward = onwardOf(post.word)
  const ring1: Step[] = []
  for (const { person, side } of livingSides(facts.ties, post.author)) {
    const cost = costOfSide(side)
    const chosen = isInAudience(facts, post, person, side)
    if (chosen && cost <= FLOOR_COST && !isPaused(side)) tell(person)
    // Own word: a tie of the author's hears by that tie or not at all.
    open.delete(person)
    const carries = facts.people.carries(person) && !facts.people.apart(person, post.author)
    if (chosen && onward > 0 && carries) ring1.push({ person, cost: cost + DECAY_COST })
  }
  for (const last of ring1) {
    if (open.size === 0) break
    for (const { person, side } of livingSides(facts.ties, last.person)) {
      const cost = last.cost + costOfSide(side)
      if (cost > FLOOR_COST || person === post.author) continue
      if (open.has(person) && !isPaused(side) && isStranger(facts, post, person, [last.person])) tell(person)
      if (onward === 2) passOn(facts, post, { person, cost: cost + DECAY_COST }, last.person, open, tell)
    }
  }
  return hearers
}

/** The third tie: to everybody for whom this carrier is a tie and the last one is not. */
function passOn(
  facts: GraphFacts,
  post: IndexedPost,
  first: Step,
  last: PersonNo,
  open: ReadonlySet<PersonNo>,
  tell: (person: PersonNo) => void,
): void {
  const { people } = facts
  if (!people.carries(first.person) || first.cost > FLOOR_COST) return
  if (people.apart(first.person, post.author) || people.apart(first.person, last)) return
  if (standingOf(facts, post, first.person) === 'out') return
  for (const { person, side } of livingSides(facts.ties, first.person)) {
    if (first.cost + costOfSide(side) > FLOOR_COST) break
    if (!open.has(person) || isPaused(side)) continue
    const tied = facts.ties.find(person, last)
    if (tied !== undefined && !isEnded(tied)) continue
    if (isStranger(facts, post, person, [first.person, last])) tell(person)
  }
}

/** Whether the author never had a tie with the person, and nobody on the way is apart from him. */
function isStranger(facts: GraphFacts, post: IndexedPost, person: PersonNo, carriers: PersonNo[]): boolean {
  if (carriers.some((carrier) => facts.people.apart(person, carrier))) return false
  return standingOf(facts, post, person) === 'stranger'
}
