import type {
  Audience,
  AudiencePreview,
  Heard,
  PersonNo,
  PostFacts,
  PostNo,
  Reached,
  Seconds,
  Witness,
  WrittenPost,
} from '../src/index.ts'
import { type Chain, ChainOracle, hash } from './oracle-chains.ts'
import type { World } from './world-facts.ts'

const DAY = 86_400
const CLUB_COST = 1609
const NO_LIMIT = Number.POSITIVE_INFINITY

/** SPEC.md read word by word, with no thought of speed. Shares nothing with the engine but its types. */
export class Oracle {
  readonly world: World
  readonly chains: ChainOracle
  readonly mostTrusted: number

  constructor(world: World, mostTrusted: number) {
    this.world = world
    this.mostTrusted = mostTrusted
    this.chains = new ChainOracle(world, mostTrusted)
  }

  reach(viewer: PersonNo): Reached[] {
    return this.chains
      .reach(viewer)
      .map((chain) => ({ person: chain.at(-1)!, cost: this.chains.cost(chain), chain }))
  }

  maySee(viewer: PersonNo, no: PostNo, now: Seconds): Witness | undefined {
    const post = this.world.posts.get(no)
    const people = this.world.people
    if (post === undefined || !people.has(viewer) || !people.has(post.author)) return undefined
    if (viewer === post.author) return { way: 'own' }
    if (!this.chains.isThere(no, viewer, now)) return undefined
    const chains = this.chains.chainsFrom(viewer).filter((chain) => this.chains.mayTravel(post, chain))
    const order = (one: Chain, other: Chain) =>
      one.length - other.length ||
      hash(viewer, one.at(-2)!) - hash(viewer, other.at(-2)!) ||
      hash(viewer, one.at(-3)!) - hash(viewer, other.at(-3)!)
    const [chain] = chains.sort(order)
    if (chain !== undefined) return { way: 'chain', chain }
    if (this.chains.apart(viewer, post.author)) return undefined
    const as = this.world.addressed.get(`${no} ${viewer}`)
    if (as === 'answer' || (as === 'tie' && this.chains.tied(viewer, post.author)))
      return { way: 'addressed' }
    if (post.audience.form !== 'club') return undefined
    if (!this.chains.inClubOf(post, viewer) || !this.chains.inClubOf(post, post.author)) return undefined
    return { way: 'club', club: post.audience.club }
  }

  behind(viewer: PersonNo, tie: PersonNo, now: Seconds): WrittenPost[] {
    const through = this.chains.chainsFrom(viewer).filter((chain) => chain.length === 3 && chain[1] === tie)
    const strangers = through.filter((chain) => !this.chains.everTied(viewer, chain[2]!))
    const found = strangers.flatMap((chain) => {
      const [newest] = [...this.world.posts]
        .filter(([no, post]) => post.author === chain[2] && this.chains.isThere(no, viewer, now))
        .filter(([, post]) => this.chains.mayTravel(post, chain))
        .sort(([one, { since }], [other, post]) => post.since - since || other - one)
      return newest ? [{ author: newest[1].author, post: newest[0] }] : []
    })
    return found.sort((one, other) => hash(viewer, one.author) - hash(viewer, other.author))
  }

  hears(viewer: PersonNo, no: PostNo, now: Seconds): Heard | undefined {
    return this.#hear(viewer, no, now, this.mostTrusted, false)
  }

  #hear(
    viewer: PersonNo,
    no: PostNo,
    now: Seconds,
    mostTrusted: number,
    unasked: boolean,
  ): Heard | undefined {
    const post = this.world.posts.get(no)
    if (post === undefined || post.author === viewer || this.maySee(viewer, no, now) === undefined)
      return undefined
    const hidden = this.world.hidden.get(viewer)
    if (hidden?.voices.includes(post.author) || hidden?.posts.includes(no)) return undefined
    if (post.interest === 'paid') {
      const yes = unasked || this.world.offerAnswers.get(`${viewer} ${post.author}`) === 'yes'
      if (!yes || !this.chains.tied(viewer, post.author)) return undefined
    }
    if (post.audience.form === 'club') return this.#hearFromClub(viewer, no, post, post.audience.club)
    const chains = mostTrusted === this.mostTrusted ? this.chains : new ChainOracle(this.world, mostTrusted)
    const most = chains.reach(viewer)
    if (!most.some((chain) => chain.at(-1) === post.author)) return undefined
    const chain = this.#travelled(viewer, post)
    return chain && { post: no, witness: { way: 'chain', chain }, cost: this.chains.cost(chain) }
  }

  #travelled(viewer: PersonNo, post: PostFacts): Chain | undefined {
    return this.chains
      .chainsFrom(viewer)
      .filter((chain) => this.chains.mayTravel(post, chain) && this.chains.conducts(chain))
      .sort((one, other) => this.chains.compare(one, other))[0]
  }

  #hearFromClub(viewer: PersonNo, no: PostNo, post: PostFacts, club: number): Heard | undefined {
    const { author } = post
    const membership = this.world.members.get(`${club} ${viewer}`)
    if (membership === undefined || membership.paused || !this.chains.inClubOf(post, author)) return undefined
    if (this.chains.apart(viewer, author) || this.chains.paused(viewer, author)) return undefined
    const cost = this.chains.tied(viewer, author) ? this.chains.sideCost(viewer, author) : CLUB_COST
    return { post: no, witness: { way: 'club', club }, cost }
  }

  whoHears(no: PostNo, connected: readonly PersonNo[], now: Seconds): PersonNo[] {
    const hearers = connected.filter((person) => this.#hear(person, no, now, NO_LIMIT, false) !== undefined)
    return [...new Set(hearers)].sort((one, other) => one - other)
  }

  offerQuestions(viewer: PersonNo, now: Seconds): PersonNo[] {
    const costs = new Map<PersonNo, number>()
    for (const [no, post] of this.world.posts) {
      if (post.interest !== 'paid' || this.world.offerAnswers.has(`${viewer} ${post.author}`)) continue
      const heard = this.#hear(viewer, no, now, this.mostTrusted, true)
      if (heard !== undefined && isInFeed(post, now)) costs.set(post.author, heard.cost)
    }
    const order = (one: PersonNo, other: PersonNo) =>
      costs.get(one)! - costs.get(other)! || hash(viewer, one) - hash(viewer, other)
    return [...costs.keys()].sort(order)
  }

  preview(author: PersonNo, audience: Audience, onward: 0 | 1 | 2): AudiencePreview {
    const { people, blocks, members } = this.world
    if (!people.has(author)) return { ring1: [], beyond: 0, carriers: 0 }
    const draft = {
      audience,
      author,
      onward,
      interest: 'none',
      verdict: 'recommend',
    } satisfies Partial<PostFacts>
    const others = [...people.keys()].filter(
      (person) => person !== author && !blocks.has(`${author} ${person}`),
    )
    const chosen = (person: PersonNo) =>
      audience.form === 'club'
        ? members.has(`${audience.club} ${person}`)
        : this.chains.inAudience({ ...EMPTY_POST, ...draft }, person)
    const ring1 = others.filter(chosen).sort((one, other) => hash(author, one) - hash(author, other))
    if (audience.form === 'club') return { ring1, beyond: 0, carriers: 0 }
    const rings = new Map<PersonNo, number>()
    const carriers = new Set<PersonNo>()
    for (const chain of this.chains.chainsFrom(author)) {
      const [first, ...beyond] = chain.slice(1)
      if (!ring1.includes(first!) || beyond.length === 0 || beyond.length > onward) continue
      if (beyond.some((person) => this.chains.everTied(author, person))) continue
      rings.set(beyond.at(-1)!, beyond.length)
      carriers.add(first!)
    }
    return { ring1, beyond: rings.size, carriers: carriers.size }
  }
}

const EMPTY_POST: PostFacts = {
  author: 0,
  subject: undefined,
  kind: 'other',
  ask: false,
  verdict: 'recommend',
  interest: 'none',
  ownExperience: false,
  onward: 0,
  audience: { form: 'notebook' },
  created: 0,
  since: 0,
  expires: undefined,
}

/** Whether a list still has a post of this age and expiry. */
export function isInFeed(post: PostFacts, now: Seconds): boolean {
  const young = now - post.since <= (post.kind === 'job' ? 60 : 730) * DAY
  return young && (post.expires === undefined || now < post.expires)
}
