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
 * Which of these persons hear the post, K apart, in ascending order: one search backwards from the author, over the sides
 * that others have towards him, pruned at the floor and stopped when everybody is told. O(connected + sides towards
 * everybody within two ties of the author).
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

/** The search backwards from one author. */
interface Search {
  readonly facts: GraphFacts
  readonly post: IndexedPost
  /** Who has not been told and might still be. */
  readonly open: Set<PersonNo>
  readonly hearers: PersonNo[]
  /** By person in the audience who may hand the post on: the cost of his tie with the author, decay included. */
  readonly last: ReadonlyMap<PersonNo, number>
}

function alongChains(facts: GraphFacts, post: IndexedPost, open: Set<PersonNo>): PersonNo[] {
  const last = new Map<PersonNo, number>()
  const search: Search = { facts, post, open, hearers: [], last }
  const onward = onwardOf(post.word)
  for (const { person, side } of livingSides(facts.ties, post.author)) {
    const cost = costOfSide(side)
    const chosen = isInAudience(facts, post, person, side)
    if (chosen && cost <= FLOOR_COST && !isPaused(side)) tell(search, person)
    // Own word: a tie of the author's hears by that tie or not at all.
    open.delete(person)
    const carries = facts.people.carries(person) && !facts.people.apart(person, post.author)
    if (chosen && onward > 0 && carries && cost + DECAY_COST <= FLOOR_COST)
      last.set(person, cost + DECAY_COST)
  }
  const first = new Map<PersonNo, number>()
  for (const [carrier, cost] of last)
    if (open.size > 0) throughOne(search, carrier, cost, onward === 2, first)
  for (const [carrier, cost] of first) if (open.size > 0) throughTwo(search, carrier, cost)
  return search.hearers
}

function tell({ open, hearers }: Search, person: PersonNo): void {
  if (open.delete(person)) hearers.push(person)
}

/** The second tie: tells the carrier's ties, and notes in `first` what it costs to come as far as each of them. */
function throughOne(
  search: Search,
  carrier: PersonNo,
  base: number,
  goesOn: boolean,
  first: Map<PersonNo, number>,
): void {
  const { facts, post, open } = search
  const { data, start, end } = incoming(facts, carrier)
  for (let at = start; at < end; at += 2) {
    const cost = base + costOfSide(data[at + 1]!)
    if (cost > FLOOR_COST) break
    const person = data[at]!
    if (person === post.author) continue
    if (open.has(person) && !isPaused(data[at + 1]!) && isStranger(search, person, carrier))
      tell(search, person)
    if (goesOn && cost + DECAY_COST < (first.get(person) ?? FLOOR_COST)) first.set(person, cost + DECAY_COST)
  }
}

/** The third tie. The cost is the least at which anybody hands the post to this carrier; who may is looked up for each. */
function throughTwo(search: Search, carrier: PersonNo, base: number): void {
  const { facts, post, open } = search
  const { people } = facts
  if (!people.carries(carrier) || people.apart(carrier, post.author)) return
  const { data, start, end } = incoming(facts, carrier)
  for (let at = start; at < end; at += 2) {
    const cost = costOfSide(data[at + 1]!)
    if (base + cost > FLOOR_COST) break
    const person = data[at]!
    if (!open.has(person) || isPaused(data[at + 1]!) || !isStranger(search, person, carrier)) continue
    if (standingOf(facts, post, carrier) === 'out') return
    if (hasWayOn(search, person, carrier, FLOOR_COST - DECAY_COST - cost)) tell(search, person)
  }
}

/** Whether somebody may hand the post to the carrier, within the budget, on its way to this person. */
function hasWayOn(search: Search, person: PersonNo, carrier: PersonNo, budget: number): boolean {
  const { facts, last } = search
  const { people, ties } = facts
  const { data } = ties.from
  const start = ties.from.start(carrier)
  for (let at = start; at < start + 2 * ties.from.count(carrier); at += 2) {
    const from = last.get(data[at]!)
    if (from === undefined || from + costOfSide(data[at + 1]!) > budget) continue
    if (people.apart(carrier, data[at]!) || people.apart(person, data[at]!)) continue
    const tied = ties.find(person, data[at]!)
    // Own word: a tie of the person's is nobody's way to him but his own.
    if (tied === undefined || isEnded(tied)) return true
  }
  return false
}

function incoming({ ties: { into } }: GraphFacts, person: PersonNo) {
  const start = into.start(person)
  return { data: into.data, start, end: start + 2 * into.count(person) }
}

/** Whether the author never had a tie with the person, and he is not apart from the carrier. */
function isStranger({ facts, post }: Search, person: PersonNo, carrier: PersonNo): boolean {
  return !facts.people.apart(person, carrier) && standingOf(facts, post, person) === 'stranger'
}
