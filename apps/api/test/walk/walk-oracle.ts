import type { Audience, PostFacts } from '@kith/trust-graph'
import { Oracle } from '@kith/trust-graph/oracle'
import { World } from '@kith/trust-graph/oracle-world'
import { addresseesOf, answersTo, areMembers, type Facts, isHeld, type KnownPost } from '../world-facts.ts'
import { sideOf, type Walked } from './walk-state.ts'

const MOST_TRUSTED = 5_000

/**
 * What the naive oracle of the engine's tests says of the world as the walk has made it; later steps do not change it. All
 * sides are as strong as can be: what is heard is what could be heard at some strength. The strengths themselves, and the
 * floor, are compared with the same oracle in the engine's own tests.
 */
export class Judge {
  readonly #facts: Facts
  readonly #numbers = new Map<string, number>()
  readonly #oracle: Oracle
  readonly #now: number
  readonly #open: ReadonlySet<string>
  readonly #named = new Map<string, ReadonlySet<string>>()

  constructor(walked: Walked) {
    this.#facts = walked.facts
    this.#now = Math.floor(walked.world.clock.at.getTime() / 1_000)
    this.#open = new Set([...walked.facts.people.values()].filter(({ open }) => open).map(({ key }) => key))
    const world = new World([])
    this.#tellPeople(world, walked)
    this.#tellPosts(world, walked)
    this.#oracle = new Oracle(world, MOST_TRUSTED)
  }

  maySee(viewer: string, post: KnownPost): boolean {
    return this.#oracle.maySee(this.#no(viewer), this.#no(post.id), this.#now) !== undefined
  }

  hears(viewer: string, post: KnownPost): boolean {
    return this.#oracle.hears(this.#no(viewer), this.#no(post.id), this.#now) !== undefined
  }

  tied(one: string, other: string): boolean {
    return this.#oracle.chains.tied(this.#no(one), this.#no(other))
  }

  /** Whether one of the two has blocked the other. */
  apart(one: string, other: string): boolean {
    return this.#oracle.chains.apart(this.#no(one), this.#no(other))
  }

  /** Whom this post lets its reader name: "Names", along every chain by which it reaches him. */
  namedOn(viewer: string, post: KnownPost): ReadonlySet<string> {
    const key = `${viewer} ${post.id}`
    const known = this.#named.get(key) ?? this.#findNamed(viewer, post)
    this.#named.set(key, known)
    return known
  }

  /** Whom a commenter's own openness lets a reader name: an open tie of an open tie. */
  namedBetween(viewer: string, other: string): boolean {
    const between = [...this.#open].filter((one) => this.tied(viewer, one) && this.tied(one, other))
    return this.#open.has(other) && between.some((one) => !this.apart(one, other) && !this.apart(one, viewer))
  }

  /** Whether whoever asks may name whom he is answered by: along a chain of the ask, from its other end. */
  namedAcross(helper: string, ask: KnownPost): boolean {
    const { chains, world } = this.#oracle
    const facts = world.posts.get(this.#no(ask.id))
    if (facts === undefined) return false
    const open = new Set([...this.#open].map((key) => this.#no(key)))
    const ways = [...chains.chainsFrom(this.#no(helper))].filter((chain) => chains.mayTravel(facts, chain))
    return ways.some((chain) => chain.length === 2 || chain.slice(0, -1).every((no) => open.has(no)))
  }

  /** The rule "Numbers" for a draft: ring 1 by key, and what is said of those beyond it. */
  preview(
    author: string,
    draft: Pick<KnownPost, 'all' | 'circles' | 'singles' | 'excepted' | 'form' | 'club'>,
    onward: 0 | 1 | 2,
  ) {
    if (draft.form === 'club') return { ring1: this.#seenMembers(author, draft.club), about: null }
    const audience = this.#audienceOf({ ...draft, author: '' })
    const { ring1, beyond, carriers } = this.#oracle.preview(this.#no(author), audience, onward)
    const keys = [...this.#facts.people.keys()]
    return {
      ring1: keys.filter((key) => ring1.includes(this.#no(key))),
      about: carriers < 5 || beyond < 10 ? null : roundedDown(beyond),
    }
  }

  // As in the list of members: whoever is apart from the author is not there, whichever of the two blocked the other.
  #seenMembers(author: string, club: string | null): string[] {
    return [...this.#facts.people.keys()].filter(
      (key) => key !== author && areMembers(this.#facts, club, author, key) && !this.apart(author, key),
    )
  }

  #findNamed(viewer: string, post: KnownPost): ReadonlySet<string> {
    const { chains, world } = this.#oracle
    const facts = world.posts.get(this.#no(post.id))
    if (facts === undefined) return new Set()
    const named = new Set<string>()
    const keyOf = new Map([...this.#facts.people.keys()].map((key) => [this.#no(key), key]))
    for (const chain of chains.chainsFrom(this.#no(viewer))) {
      if (!chains.mayTravel(facts, chain)) continue
      for (const person of chain.slice(1).map((no) => keyOf.get(no) ?? '')) {
        if (!this.#open.has(person)) break
        named.add(person)
      }
    }
    if (post.form === 'club' && this.maySee(viewer, post)) named.add(post.author)
    return named
  }

  #no(thing: string): number {
    const known = this.#numbers.get(thing) ?? this.#numbers.size + 1
    this.#numbers.set(thing, known)
    return known
  }

  #tellPeople(world: World, walked: Walked): void {
    const { people, ties, ended, blocks, clubs } = this.#facts
    for (const { key, carries } of people.values())
      world.record({ tell: 'person', no: this.#no(key), facts: { carries } })
    for (const [pairs, isEnded] of [
      [ended, true],
      [ties, false],
    ] as const)
      for (const pair of pairs.keys()) this.#tellTie(world, walked, pair, isEnded)
    for (const { by, of } of blocks)
      world.record({ tell: 'block', blocker: this.#no(by), blocked: this.#no(of), stands: true })
    for (const [club, { members }] of clubs)
      for (const member of members) {
        const facts = { paused: walked.pausedClubs.has(`${club} ${member}`) }
        world.record({ tell: 'member', club: this.#no(club), person: this.#no(member), facts })
      }
  }

  #tellTie(world: World, walked: Walked, pair: string, ended: boolean): void {
    const [one = '', other = ''] = pair.split(' ')
    const sides = [this.#sideFacts(walked, one, other), this.#sideFacts(walked, other, one)] as const
    world.record({ tell: 'tie', one: this.#no(one), other: this.#no(other), facts: { ended, sides } })
    for (const [viewer, author] of [
      [one, other],
      [other, one],
    ] as const) {
      const answer = sideOf(walked, viewer, author).offers
      world.record({ tell: 'offer answer', viewer: this.#no(viewer), author: this.#no(author), answer })
    }
  }

  #sideFacts(walked: Walked, owner: string, other: string) {
    const { paused } = sideOf(walked, owner, other)
    const circles = [...this.#facts.circles].filter(
      ([, one]) => one.owner === owner && one.members.has(other),
    )
    return {
      declared: 1,
      paused,
      circles: circles.map(([key]) => this.#no(key)),
    }
  }

  #tellPosts(world: World, walked: Walked): void {
    for (const post of this.#facts.posts) {
      if (post.gone) continue
      const no = this.#no(post.id)
      const facts = this.#postFacts(walked, post)
      const told: PostFacts = isHeld(post) ? { ...facts, audience: { form: 'notebook' } } : facts
      world.record({ tell: 'post', no, facts: told })
      for (const person of addresseesOf(post))
        world.record({ tell: 'addressed', post: no, person: this.#no(person), as: 'tie' })
    }
    for (const ask of this.#facts.asks.filter(({ gone }) => !gone)) {
      const no = this.#no(ask.id)
      const facts = this.#postFacts(walked, ask)
      world.record({
        tell: 'post',
        no,
        facts: { ...facts, subject: undefined, ask: true, ownExperience: false },
      })
      for (const person of addresseesOf(ask))
        world.record({ tell: 'addressed', post: no, person: this.#no(person), as: 'tie' })
      for (const given of answersTo(this.#facts, ask)) {
        const [post, asker, helper] = [given.id, ask.author, given.author].map((one) => this.#no(one))
        if (post === undefined || asker === undefined || helper === undefined) continue
        if (!isHeld(given)) world.record({ tell: 'addressed', post, person: asker, as: 'answer' })
        world.record({ tell: 'answered', ask: no, helper, answered: true })
      }
    }
    for (const [viewer, hidden] of walked.hidden) {
      const things = [...hidden.keys()]
      const isPerson = (thing: string) => this.#facts.people.has(thing)
      world.record({
        tell: 'hidden',
        viewer: this.#no(viewer),
        voices: things.filter(isPerson).map((thing) => this.#no(thing)),
        posts: things.filter((thing) => !isPerson(thing)).map((thing) => this.#no(thing)),
      })
    }
  }

  #postFacts(walked: Walked, post: KnownPost): PostFacts {
    const { interest = 'none', verdict = 'recommend' } = walked.said.get(post.key) ?? {}
    return {
      author: this.#no(post.author),
      subject: this.#no(post.subject),
      kind: 'craftsman',
      ask: false,
      verdict,
      interest,
      ownExperience: true,
      onward: post.onward,
      audience: this.#audienceOf(post),
      created: this.#now,
      since: this.#now,
      expires: post.expired ? this.#now : undefined,
    }
  }

  #audienceOf(
    post: Pick<KnownPost, 'form' | 'all' | 'circles' | 'singles' | 'excepted' | 'author' | 'club'>,
  ): Audience {
    if (post.form === 'notebook') return { form: 'notebook' }
    if (post.form === 'club') return { form: 'club', club: this.#no(post.club ?? '') }
    const numbers = (keys: readonly string[]) => keys.map((key) => this.#no(key))
    const { all, singles, excepted } = post
    const circles = post.circles.filter((key) => this.#facts.circles.has(key))
    return {
      form: 'ties',
      all,
      circles: numbers(circles),
      singles: numbers(singles),
      excepted: numbers(excepted),
    }
  }
}

// 10, 20, 50, 100, 200 …
function roundedDown(count: number): number {
  const steps = [1, 2, 5].flatMap((digit) => [1, 2, 3, 4].map((zeros) => digit * 10 ** zeros))
  return Math.max(...steps.filter((step) => step <= count))
}
