import type { PersonNo } from './facts.ts'
import type { HeardPost } from './hearing.ts'
import { CLUB_TRUST, WITNESSES_PER_CARRIER } from './model-constants.ts'
import type { Reach } from './reach.ts'
import { trustOf } from './tie-cost.ts'
import { viewerHash } from './viewer-hash.ts'

export interface WeighedVoice {
  readonly heard: HeardPost
  /** What it counts by itself, in [0, 0.5]. */
  readonly weight: number
}

/** The viewer's trust in a tie of his for the kind of subject at hand; `cost` is that of the tie's place. */
export type TrustInTie = (tie: PersonNo, cost: number) => number

/** A person in the tree of one subject. */
interface Branching {
  cost: number
  /** Whom the person hangs below; the viewer at the top. */
  parent: PersonNo
  weight: number
  /** What the children bring: f·E of each. */
  readonly gains: number[]
}

/**
 * The score of one subject from the voices of distinct persons: the tree of persons that their strongest chains span,
 * evaluated from the leaves. O(v log v) for v voices.
 */
export function scoreOf(reach: Reach, voices: readonly WeighedVoice[], trustInTie: TrustInTie): number {
  const tree = new Map<PersonNo, Branching>()
  const clubs = new Map<number, number[]>()
  for (const { heard } of voices) if (heard.chain !== undefined) plant(reach, tree, heard)
  for (const { heard, weight } of voices) {
    const { author } = heard.post
    if (heard.club !== undefined && !heard.strongest) {
      const members = clubs.get(heard.club)
      if (members === undefined) clubs.set(heard.club, [weight])
      else members.push(weight)
    } else if (heard.strongest) {
      if (heard.club !== undefined) enter(tree, author, heard.cost, reach.viewer)
      tree.get(author)!.weight = weight
    } else {
      const carrier = tree.get(heard.chain!.at(-2)!)!
      carrier.gains.push(trustOf(heard.cost - carrier.cost) * weight)
    }
  }
  const gains: number[] = []
  for (const [person, node] of [...tree].sort(([, one], [, other]) => other.cost - one.cost)) {
    const parent = tree.get(node.parent)
    const brought = evidence(node.weight, node.gains)
    if (parent === undefined) gains.push(trustInTie(person, node.cost) * brought)
    else parent.gains.push(trustOf(node.cost - parent.cost) * brought)
  }
  for (const weights of clubs.values()) gains.push(CLUB_TRUST * evidence(0, weights))
  return 1 - remainder(gains.sort(descending))
}

/** Puts the voice's author, or the carrier that the voice hangs below, into the tree with everybody above him. */
function plant(reach: Reach, tree: Map<PersonNo, Branching>, heard: HeardPost): void {
  const chain = heard.chain!
  const carrier = chain.at(-2)!
  if (heard.strongest) plantPerson(reach, tree, heard.post.author)
  else if (reach.considered(carrier) > 0) plantPerson(reach, tree, carrier)
  else plantAlong(reach, tree, carrier, chain.at(-3)!, heard.carrierCost)
}

function plantPerson(reach: Reach, tree: Map<PersonNo, Branching>, person: PersonNo): void {
  let label = reach.considered(person)
  while (label > 0 && !tree.has(reach.person(label))) {
    const before = reach.before(label)
    const parent = before === 0 ? reach.viewer : reach.person(before)
    enter(tree, reach.person(label), reach.cost(label), parent)
    // Not the label before it: the tree is one of persons, each at the end of his own strongest chain.
    label = before === 0 ? 0 : reach.considered(parent)
  }
}

/** A carrier who is not among the most trusted enters along the strongest of the chains that need him. */
function plantAlong(
  reach: Reach,
  tree: Map<PersonNo, Branching>,
  carrier: PersonNo,
  before: PersonNo,
  cost: number,
): void {
  if (before !== reach.viewer) plantTie(reach, tree, before)
  enter(tree, carrier, cost, before)
  const known = tree.get(carrier)!
  const equal =
    cost === known.cost && viewerHash(reach.viewer, before) < viewerHash(reach.viewer, known.parent)
  if (cost < known.cost || equal) {
    known.cost = cost
    known.parent = before
  }
}

/** A tie has one place, whether he is among the most trusted or not. */
function plantTie(reach: Reach, tree: Map<PersonNo, Branching>, tie: PersonNo): void {
  enter(tree, tie, reach.tieCost(tie), reach.viewer)
}

function enter(tree: Map<PersonNo, Branching>, person: PersonNo, cost: number, parent: PersonNo): void {
  if (!tree.has(person)) tree.set(person, { cost, parent, weight: 0, gains: [] })
}

/** E: what is said at one place of the tree and below it, of each carrier at most five witnesses. */
export function evidence(weight: number, gains: number[]): number {
  return 1 - (1 - weight) * remainder(gains.sort(descending).slice(0, WITNESSES_PER_CARRIER))
}

/** How much doubt the gains leave. The strongest first, so that every engine gets the same bits. */
function remainder(gains: readonly number[]): number {
  let doubt = 1
  for (const gain of gains) doubt *= 1 - gain
  return doubt
}

function descending(one: number, other: number): number {
  return other - one
}
