import type { Interest, Verdict } from '@kith/contract'
import type { World } from '../api-world.ts'
import type { Dice } from '../dice.ts'
import { type Cast, createCast } from '../world-cast.ts'
import {
  endCandidacies,
  type Facts,
  type KnownInvitation,
  type KnownPost,
  pairOf,
  tiesOf,
} from '../world-facts.ts'

/** What the owner of a side keeps about the other person; how strong it is has no part in what the walk allows. */
export interface Side {
  paused: boolean
  offers: 'yes' | 'no' | null
}

/** Something that moved the side of one person towards another. */
export interface KnownMove {
  readonly id: string
  readonly by: string
  readonly of: string
  /** The id of what it was about; null for a kind as a whole. */
  readonly post: string | null
  readonly undone: boolean
}

/** What the account of the cast does not say and the walk has to know. */
export interface Walked {
  readonly world: World
  readonly cast: Cast
  readonly facts: Facts
  readonly dice: Dice
  /** Routes that are drawn many times as often as the others. */
  readonly often: ReadonlySet<string>
  /** By `owner other`. */
  readonly sides: Map<string, Side>
  /** By viewer, whose voices and which posts he hid, with the key that takes it back. */
  readonly hidden: Map<string, Map<string, string>>
  /** By `club member`, who paused which club. */
  readonly pausedClubs: Set<string>
  /** By key of a post. */
  readonly said: Map<string, { readonly interest: Interest; readonly verdict: Verdict }>
  /** By id of a post, the words that it had before and that stay in its history. */
  readonly earlier: Map<string, string[]>
  /** By id of an invitation, what was enclosed in the words of that day. */
  readonly enclosed: Map<string, readonly { readonly post: KnownPost; readonly words: readonly string[] }[]>
  /** By id of a post that its author's yes moved, the subject that it came from. */
  readonly movedFrom: Map<string, string>
  /** By `owner other`, the id of what was recommended by whom the owner said what became of it: one a side. */
  readonly lived: Map<string, string>
  moves: KnownMove[]
  /** Whose websocket was closed with his session. */
  readonly deaf: Set<string>
  /** When the walk began, in milliseconds: nothing that ends after a month may end on the way. */
  readonly started: number
  count: number
}

export function startWalk(world: World, dice: Dice, often: ReadonlySet<string> = new Set()): Walked {
  const cast = createCast(world)
  return {
    world,
    cast,
    facts: cast.facts,
    dice,
    often,
    sides: new Map(),
    hidden: new Map(),
    pausedClubs: new Set(),
    said: new Map(),
    earlier: new Map(),
    enclosed: new Map(),
    movedFrom: new Map(),
    lived: new Map(),
    moves: [],
    deaf: new Set(),
    started: world.clock.at.getTime(),
    count: 0,
  }
}

export function peopleOf({ facts }: Walked): string[] {
  return [...facts.people.keys()]
}

/** A new key for something, said in order so that a failing walk can be read. */
export function newKey(walked: Walked, what: string): string {
  walked.count += 1
  return `${what}${walked.count}`
}

export function sideOf({ sides }: Walked, owner: string, other: string): Side {
  const key = `${owner} ${other}`
  const known = sides.get(key) ?? { paused: false, offers: null }
  sides.set(key, known)
  return known
}

/** Neither side is paused any more; an answer to offers is final. */
export function unsort(walked: Walked, one: string, other: string): void {
  for (const side of [sideOf(walked, one, other), sideOf(walked, other, one)]) side.paused = false
}

/** What ends with a tie: sorting, circles, what moved it, what was addressed along it, and who was put forward. */
export function forgetTie(walked: Walked, one: string, other: string): void {
  unsort(walked, one, other)
  for (const side of [`${one} ${other}`, `${other} ${one}`]) walked.lived.delete(side)
  walked.moves = walked.moves.filter(({ by, of }) => pairOf(by, of) !== pairOf(one, other))
  for (const { owner, members } of walked.facts.circles.values()) {
    if (owner === one) members.delete(other)
    if (owner === other) members.delete(one)
  }
  for (const { author, addressed } of [...walked.facts.posts, ...walked.facts.asks]) {
    const to = author === one ? other : author === other ? one : undefined
    if (to !== undefined && addressed.includes(to)) addressed.splice(addressed.indexOf(to), 1)
  }
  endCandidacies(walked.facts, one, other)
}

/** A tie of somebody's, by chance; undefined if he has none. */
export function anyTie({ facts, dice }: Walked, key: string): string | undefined {
  return anyOf(dice, tiesOf(facts, key))
}

export function anyOf<T>(dice: Dice, of: readonly T[]): T | undefined {
  return of.length === 0 ? undefined : dice.pick(of)
}

export function livePosts({ facts }: Pick<Walked, 'facts'>, author?: string): KnownPost[] {
  return facts.posts.filter((post) => !post.gone && (author === undefined || post.author === author))
}

export function tieIdOf({ facts }: Walked, one: string, other: string): string {
  return facts.ties.get(pairOf(one, other)) ?? ''
}

/** Puts a changed account of an invitation in the place of the one before. */
export function rewriteInvitation({ facts }: Walked, was: KnownInvitation, change: Partial<KnownInvitation>) {
  facts.invitations.splice(facts.invitations.indexOf(was), 1, { ...was, ...change })
}
