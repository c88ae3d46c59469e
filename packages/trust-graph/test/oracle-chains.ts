import type { DatedExperience, Kind, PersonNo, PostFacts, PostNo, Seconds, SideFacts } from '../src/index.ts'
import type { World } from './world-facts.ts'

/** The naive reading of SPEC.md's rules on chains and access: every chain is written down, then judged. */

export type Chain = readonly PersonNo[]

export function hash(viewer: number, thing: number): number {
  return scramble(thing ^ scramble(viewer + 0x51ed270b))
}

function scramble(bits: number): number {
  let x = bits >>> 0
  x = (x ^ (x >>> 16)) >>> 0
  x = Number((BigInt(x) * 0x9e3779b1n) & 0xffffffffn)
  x = (x ^ (x >>> 15)) >>> 0
  x = Number((BigInt(x) * 0x6c8e944dn) & 0xffffffffn)
  return (x ^ (x >>> 16)) >>> 0
}

function costOfStrength(strength: number): number {
  return Math.min(4095, Math.abs(Math.round(1000 * Math.log(strength))))
}

export class ChainOracle {
  readonly world: World
  readonly mostTrusted: number
  /** By viewer, once written down: nothing is told to a world of which an oracle was asked. */
  readonly #chains = new Map<PersonNo, readonly Chain[]>()

  constructor(world: World, mostTrusted: number) {
    this.world = world
    this.mostTrusted = mostTrusted
  }

  tied(one: PersonNo, other: PersonNo): boolean {
    return this.world.ties.get(`${one} ${other}`)?.ended === false
  }

  everTied(one: PersonNo, other: PersonNo): boolean {
    return this.world.ties.has(`${one} ${other}`)
  }

  apart(one: PersonNo, other: PersonNo): boolean {
    return this.world.blocks.has(`${one} ${other}`) || this.world.blocks.has(`${other} ${one}`)
  }

  paused(owner: PersonNo, other: PersonNo): boolean {
    return this.tied(owner, other) && this.world.ties.get(`${owner} ${other}`)!.sides[0].paused
  }

  sideCost(owner: PersonNo, other: PersonNo): number {
    return costOfStrength(this.#strength(owner, other))
  }

  /** What the viewer's trust in a tie of his counts where a subject of this kind is concerned. */
  tieTrust(viewer: PersonNo, tie: PersonNo, kind: Kind): number {
    const happened = this.#side(viewer, tie).experience?.find((one) => one.kind === kind)
    const overall = this.#strength(viewer, tie)
    return Math.exp(-costOfStrength(happened ? this.#moved(overall, happened) : overall) / 1000)
  }

  #side(owner: PersonNo, other: PersonNo): SideFacts {
    return this.world.ties.get(`${owner} ${other}`)!.sides[0]
  }

  #strength(owner: PersonNo, other: PersonNo): number {
    const { declared, experience = [] } = this.#side(owner, other)
    const happened = experience.find(({ kind }) => kind === undefined)
    return happened ? this.#moved(declared, happened) : declared
  }

  #moved(before: number, { good, bad, day }: DatedExperience): number {
    const idle = Math.max(0, this.world.today - day)
    const [r, s] = [good * 2 ** (-idle / 180), bad * 2 ** (-idle / 720)]
    return Math.min(0.98, (4 * before + r) / (4 + r + s))
  }

  /** Every chain of one to three ties from the viewer, of existing persons, none twice. */
  chainsFrom(viewer: PersonNo): readonly Chain[] {
    const known = this.#chains.get(viewer)
    if (known !== undefined) return known
    const chains = this.world.people.has(viewer) ? [...this.#extend([viewer])] : []
    this.#chains.set(viewer, chains)
    return chains
  }

  *#extend(chain: Chain): Generator<Chain> {
    if (chain.length === 4) return
    for (const person of this.world.people.keys()) {
      if (chain.includes(person) || !this.tied(chain.at(-1)!, person)) continue
      const longer = [...chain, person]
      yield longer
      yield* this.#extend(longer)
    }
  }

  cost(chain: Chain): number {
    let cost = 0
    for (let i = 1; i < chain.length; i++) cost += this.sideCost(chain[i - 1]!, chain[i]!) + (i > 1 ? 223 : 0)
    return cost
  }

  /** Below zero if the first is the stronger chain. */
  compare(one: Chain, other: Chain): number {
    const viewer = one[0]!
    return (
      this.cost(one) - this.cost(other) ||
      one.length - other.length ||
      hash(viewer, one.at(-2)!) - hash(viewer, other.at(-2)!) ||
      hash(viewer, one.at(-3) ?? 0) - hash(viewer, other.at(-3) ?? 0)
    )
  }

  /** Floor, own word, pauses, the viewer's blocks and carrying. */
  conducts(chain: Chain): boolean {
    const [viewer, ...rest] = chain
    const carriers = rest.slice(0, -1)
    return (
      this.cost(chain) <= 2996 &&
      !this.paused(viewer!, rest[0]!) &&
      rest.slice(1).every((person) => !this.tied(viewer!, person)) &&
      rest.every((person) => !this.apart(viewer!, person)) &&
      carriers.every((person) => this.world.people.get(person)!.carries)
    )
  }

  /** Strongest chains of everybody, K apart. */
  strongestChains(viewer: PersonNo): Map<PersonNo, Chain> {
    const best = new Map<PersonNo, Chain>()
    for (const chain of this.chainsFrom(viewer)) {
      if (!this.conducts(chain)) continue
      const known = best.get(chain.at(-1)!)
      if (known === undefined || this.compare(chain, known) < 0) best.set(chain.at(-1)!, chain)
    }
    return best
  }

  /** The strongest chains of the most trusted, strongest first. */
  reach(viewer: PersonNo): Chain[] {
    const order = (one: Chain, other: Chain) =>
      this.cost(one) - this.cost(other) || hash(viewer, one.at(-1)!) - hash(viewer, other.at(-1)!)
    return [...this.strongestChains(viewer).values()].sort(order).slice(0, this.mostTrusted)
  }

  inAudience(post: PostFacts, person: PersonNo): boolean {
    const { audience, author } = post
    if (audience.form !== 'ties' || !this.tied(author, person) || audience.excepted.includes(person))
      return false
    const { circles } = this.world.ties.get(`${author} ${person}`)!.sides[0]
    return (
      audience.all ||
      audience.singles.includes(person) ||
      circles.some((circle) => audience.circles.includes(circle))
    )
  }

  leftOut(post: PostFacts, person: PersonNo): boolean {
    return this.everTied(person, post.author) && !this.inAudience(post, person)
  }

  /** The four rules of a chain along which a post may be seen. */
  mayTravel(post: PostFacts, chain: Chain): boolean {
    const onward = post.interest === 'paid' || post.verdict === 'against' ? 0 : post.onward
    const onTheWay = chain.slice(0, -1)
    return (
      chain.at(-1) === post.author &&
      chain.length - 2 <= onward &&
      chain.every((one, i) => chain.every((other, j) => i >= j || !this.apart(one, other))) &&
      this.inAudience(post, chain.at(-2)!) &&
      onTheWay.every((person) => !this.leftOut(post, person)) &&
      onTheWay.slice(1).every((person) => this.world.people.get(person)!.carries)
    )
  }

  isThere(no: PostNo, viewer: PersonNo, now: Seconds): boolean {
    const { expires, ask } = this.world.posts.get(no)!
    return expires === undefined || now < expires || (ask && this.world.answered.has(`${no} ${viewer}`))
  }

  inClubOf(post: PostFacts, person: PersonNo): boolean {
    return post.audience.form === 'club' && this.world.members.has(`${post.audience.club} ${person}`)
  }
}
