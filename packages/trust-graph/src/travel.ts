import { isInAudience, standingOf } from './audience.ts'
import type { PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { DECAY_COST, FLOOR_COST } from './model-constants.ts'
import type { IndexedPost } from './post-index.ts'
import { onwardOf } from './post-word.ts'
import type { Reach } from './reach.ts'
import { costOfSide } from './side-word.ts'
import { viewerHash } from './viewer-hash.ts'

/** The strongest chain along which one post may travel to one viewer. */
export interface Travelled {
  readonly cost: number
  /** Viewer first, author last. */
  readonly chain: readonly PersonNo[]
  /** Whether it is the author's own strongest chain. */
  readonly strongest: boolean
  /** The cost of the chain as far as the last carrier; 0 if there is none. */
  readonly carrierCost: number
}

/**
 * How a post comes to the viewer, or undefined if he does not hear it: access, own word, pauses, floor and K; what he hid
 * and offers are not looked at here. O(1) ties if the author's strongest chain qualifies, or his strongest of two ties for a
 * post that travels no further; else O(the author's ties), times the ties of a carrier for every carrier whose own
 * strongest chain does not qualify.
 */
export function travel(facts: GraphFacts, reach: Reach, post: IndexedPost): Travelled | undefined {
  const { viewer } = reach
  const { author } = post
  const label = reach.considered(author)
  if (label === 0) return undefined
  if (reach.isTie(label)) {
    if (standingOf(facts, post, viewer) !== 'in') return undefined
    return { cost: reach.cost(label), chain: [viewer, author], strongest: true, carrierCost: 0 }
  }
  const onward = onwardOf(post.word)
  if (onward === 0 || standingOf(facts, post, viewer) !== 'stranger') return undefined
  const chain = reach.chain(label)
  if (chain.length - 2 <= onward && mayCarry(facts, post, chain.slice(1, -1))) {
    return { cost: reach.cost(label), chain, strongest: true, carrierCost: reach.cost(reach.before(label)) }
  }
  return onward === 1 ? overOneTie(facts, reach, post) : searchChain(facts, reach, post, onward)
}

/** Whether these carriers, from the viewer's tie on, may bring the post; that they are tied and carry is given. */
function mayCarry(facts: GraphFacts, post: IndexedPost, carriers: readonly PersonNo[]): boolean {
  const last = carriers.length - 1
  return carriers.every((carrier, place) => {
    if (facts.people.apart(carrier, post.author)) return false
    if (place < last && facts.people.apart(carrier, carriers[last]!)) return false
    const standing = standingOf(facts, post, carrier)
    return place === last ? standing === 'in' : standing !== 'out'
  })
}

/** Of a post that travels over one carrier: most come over the strongest, if they come at all. */
function overOneTie(facts: GraphFacts, reach: Reach, post: IndexedPost): Travelled | undefined {
  const { viewer } = reach
  const way = reach.ball.wayTo(post.author)
  if (way === undefined) return undefined
  if (!mayCarry(facts, post, [way.over])) return searchChain(facts, reach, post, 1)
  const chain = [viewer, way.over, post.author]
  return { cost: way.cost, chain, strongest: false, carrierCost: reach.tieCost(way.over) }
}

interface Candidate {
  readonly cost: number
  readonly carriers: readonly PersonNo[]
}

/** The best of all chains over all ties of the author who are in the audience. */
function searchChain(
  facts: GraphFacts,
  reach: Reach,
  post: IndexedPost,
  onward: number,
): Travelled | undefined {
  const { people, ties } = facts
  const { author } = post
  const { data } = ties.into
  const start = ties.into.start(author)
  const end = start + 2 * ties.into.count(author)
  let best: Candidate | undefined
  let carrierCost = 0
  for (let at = start; at < end; at += 2) {
    const last = DECAY_COST + costOfSide(data[at + 1]!)
    const limit = best?.cost ?? FLOOR_COST
    // Sorted by cost: from here on every chain is dearer.
    if (last > limit) break
    const carrier = data[at]!
    if (!isInAudience(facts, post, carrier, data[at + 1]!)) continue
    // The strongest way to a carrier is a bound for all ways to him.
    const nearest = onward === 1 ? reach.tieCost(carrier) : reach.ball.costTo(carrier)
    if (nearest + last > limit) continue
    if (!people.carries(carrier) || people.apart(carrier, author)) continue
    const before = wayTo(facts, reach, post, carrier, onward)
    if (before === undefined || before.cost + last > limit) continue
    const candidate = { cost: before.cost + last, carriers: before.carriers }
    if (best !== undefined && !isStronger(reach.viewer, candidate, best)) continue
    best = candidate
    carrierCost = before.cost
  }
  if (best === undefined) return undefined
  return { cost: best.cost, chain: [reach.viewer, ...best.carriers, author], strongest: false, carrierCost }
}

/**
 * The strongest way to the last carrier: his own tie with the viewer, or over one tie of the viewer's who may bring it.
 */
function wayTo(
  facts: GraphFacts,
  reach: Reach,
  post: IndexedPost,
  carrier: PersonNo,
  onward: number,
): Candidate | undefined {
  const way = reach.ball.wayTo(carrier)
  if (way?.over === 0) return { cost: way.cost, carriers: [carrier] }
  if (way === undefined || onward < 2) return undefined
  if (mayStartWith(facts, post, way.over, carrier)) return { cost: way.cost, carriers: [way.over, carrier] }
  const { into } = facts.ties
  const start = into.start(carrier)
  let best: Candidate | undefined
  for (let at = start; at < start + 2 * into.count(carrier); at += 2) {
    const last = DECAY_COST + costOfSide(into.data[at + 1]!)
    if (last > FLOOR_COST) break
    const other = into.data[at]!
    const cost = reach.tieCost(other) + last
    if (cost > FLOOR_COST) continue
    if (!facts.people.carries(other) || !mayStartWith(facts, post, other, carrier)) continue
    const candidate = { cost, carriers: [other, carrier] }
    if (best === undefined || isStronger(reach.viewer, candidate, best)) best = candidate
  }
  return best
}

/** Whether a tie of the viewer's may pass the post on to the viewer when the last carrier has it. */
function mayStartWith(facts: GraphFacts, post: IndexedPost, first: PersonNo, last: PersonNo): boolean {
  const { people } = facts
  if (people.apart(first, post.author) || people.apart(first, last)) return false
  return standingOf(facts, post, first) !== 'out'
}

/** Cheaper; then fewer ties; then the smaller hash of the last carrier, then of the one before him. */
function isStronger(viewer: PersonNo, one: Candidate, other: Candidate): boolean {
  if (one.cost !== other.cost) return one.cost < other.cost
  if (one.carriers.length !== other.carriers.length) return one.carriers.length < other.carriers.length
  for (let i = one.carriers.length - 1; i >= 0; i--) {
    const order = viewerHash(viewer, one.carriers[i]!) - viewerHash(viewer, other.carriers[i]!)
    if (order !== 0) return order < 0
  }
  return false
}
