import type {
  Audience,
  AudiencePreview,
  Card,
  CardKey,
  Heard,
  PageRequest,
  PersonNo,
  PostFacts,
  PostNo,
  Reached,
  Seconds,
  SubjectNo,
  Voice,
  Witness,
} from '../src/index.ts'
import { type Chain, ChainOracle, hash } from './oracle-chains.ts'
import { scoreTree, type TreeVoice } from './oracle-score.ts'
import type { World } from './world-facts.ts'

const DAY = 86_400
const CLUB_COST = 1609
const NO_LIMIT = Number.POSITIVE_INFINITY

interface Told {
  readonly no: PostNo
  readonly post: PostFacts
  readonly heard: Heard
  /** A tie, or minus a club. */
  readonly branch: number
}

interface Entry {
  readonly card: Omit<Card, 'key'>
  readonly raw: number
  readonly branch: number
  readonly newest: Seconds
  readonly hash: number
}

/** SPEC.md read word by word, with no thought of speed. Shares nothing with the engine but its types. */
export class Oracle {
  readonly #world: World
  readonly #chains: ChainOracle
  readonly #mostTrusted: number

  constructor(world: World, mostTrusted: number) {
    this.#world = world
    this.#mostTrusted = mostTrusted
    this.#chains = new ChainOracle(world, mostTrusted)
  }

  reach(viewer: PersonNo): Reached[] {
    return this.#chains
      .reach(viewer)
      .map((chain) => ({ person: chain.at(-1)!, cost: this.#chains.cost(chain), chain }))
  }

  maySee(viewer: PersonNo, no: PostNo, now: Seconds): Witness | undefined {
    const post = this.#world.posts.get(no)
    const people = this.#world.people
    if (post === undefined || !people.has(viewer) || !people.has(post.author)) return undefined
    if (viewer === post.author) return { way: 'own' }
    if (!this.#chains.isThere(no, viewer, now)) return undefined
    const chains = [...this.#chains.chainsFrom(viewer)].filter((chain) => this.#chains.mayTravel(post, chain))
    const order = (one: Chain, other: Chain) =>
      one.length - other.length ||
      hash(viewer, one.at(-2)!) - hash(viewer, other.at(-2)!) ||
      hash(viewer, one.at(-3)!) - hash(viewer, other.at(-3)!)
    const [chain] = chains.sort(order)
    if (chain !== undefined) return { way: 'chain', chain }
    if (this.#chains.apart(viewer, post.author)) return undefined
    const as = this.#world.addressed.get(`${no} ${viewer}`)
    if (as === 'answer' || (as === 'tie' && this.#chains.tied(viewer, post.author)))
      return { way: 'addressed' }
    if (post.audience.form !== 'club') return undefined
    if (!this.#chains.inClubOf(post, viewer) || !this.#chains.inClubOf(post, post.author)) return undefined
    return { way: 'club', club: post.audience.club }
  }

  hears(viewer: PersonNo, no: PostNo, now: Seconds): Heard | undefined {
    return this.#hear(viewer, no, now, this.#mostTrusted, false)
  }

  #hear(
    viewer: PersonNo,
    no: PostNo,
    now: Seconds,
    mostTrusted: number,
    unasked: boolean,
  ): Heard | undefined {
    const post = this.#world.posts.get(no)
    if (post === undefined || post.author === viewer || this.maySee(viewer, no, now) === undefined)
      return undefined
    if (this.#world.hiddenVoices.has(`${viewer} ${post.author}`)) return undefined
    if (this.#world.hiddenPosts.has(`${viewer} ${no}`)) return undefined
    if (post.interest === 'paid') {
      const yes = unasked || this.#world.offerAnswers.get(`${viewer} ${post.author}`) === 'yes'
      if (!yes || !this.#chains.tied(viewer, post.author)) return undefined
    }
    if (post.audience.form === 'club') return this.#hearFromClub(viewer, no, post, post.audience.club)
    const most = new ChainOracle(this.#world, mostTrusted).reach(viewer)
    if (!most.some((chain) => chain.at(-1) === post.author)) return undefined
    const chain = this.#travelled(viewer, post)
    return chain && { post: no, witness: { way: 'chain', chain }, cost: this.#chains.cost(chain) }
  }

  #travelled(viewer: PersonNo, post: PostFacts): Chain | undefined {
    return [...this.#chains.chainsFrom(viewer)]
      .filter((chain) => this.#chains.mayTravel(post, chain) && this.#chains.conducts(chain))
      .sort((one, other) => this.#chains.compare(one, other))[0]
  }

  #hearFromClub(viewer: PersonNo, no: PostNo, post: PostFacts, club: number): Heard | undefined {
    const { author } = post
    const membership = this.#world.members.get(`${club} ${viewer}`)
    if (membership === undefined || membership.paused || !this.#chains.inClubOf(post, author))
      return undefined
    if (this.#chains.apart(viewer, author) || this.#chains.paused(viewer, author)) return undefined
    const cost = this.#chains.tied(viewer, author) ? this.#chains.sideCost(viewer, author) : CLUB_COST
    return { post: no, witness: { way: 'club', club }, cost }
  }

  whoHears(no: PostNo, connected: readonly PersonNo[], now: Seconds): PersonNo[] {
    const hearers = connected.filter((person) => this.#hear(person, no, now, NO_LIMIT, false) !== undefined)
    return [...new Set(hearers)].sort((one, other) => one - other)
  }

  offerQuestions(viewer: PersonNo, now: Seconds): PersonNo[] {
    const costs = new Map<PersonNo, number>()
    for (const [no, post] of this.#world.posts) {
      if (post.interest !== 'paid' || this.#world.offerAnswers.has(`${viewer} ${post.author}`)) continue
      const heard = this.#hear(viewer, no, now, this.#mostTrusted, true)
      if (heard !== undefined && this.#isInFeed(post, now)) costs.set(post.author, heard.cost)
    }
    const order = (one: PersonNo, other: PersonNo) =>
      costs.get(one)! - costs.get(other)! || hash(viewer, one) - hash(viewer, other)
    return [...costs.keys()].sort(order)
  }

  preview(author: PersonNo, audience: Audience, onward: 0 | 1 | 2): AudiencePreview {
    const { people, blocks, members } = this.#world
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
        : this.#chains.inAudience({ ...EMPTY_POST, ...draft }, person)
    const ring1 = others.filter(chosen).sort((one, other) => hash(author, one) - hash(author, other))
    if (audience.form === 'club') return { ring1, beyond: 0, carriers: 0 }
    const rings = new Map<PersonNo, number>()
    const carriers = new Set<PersonNo>()
    for (const chain of this.#chains.chainsFrom(author)) {
      const [first, ...beyond] = chain.slice(1)
      if (!ring1.includes(first!) || beyond.length === 0 || beyond.length > onward) continue
      if (beyond.some((person) => this.#chains.everTied(author, person))) continue
      rings.set(beyond.at(-1)!, beyond.length)
      carriers.add(first!)
    }
    return { ring1, beyond: rings.size, carriers: carriers.size }
  }

  card(viewer: PersonNo, subject: SubjectNo, now: Seconds): Card | undefined {
    const told = this.#told(viewer, now).filter(
      ({ post }) => !post.ask && post.subject === subject && post.interest !== 'paid',
    )
    const [entry] = this.#entries(viewer, told, () => 1)
    return entry && { ...entry.card, key: { value: round(entry.raw), hash: entry.hash } }
  }

  /** The whole list, as one page. */
  list(viewer: PersonNo, request: PageRequest): Card[] {
    const { asOf, lane, kinds, circle } = request
    const fresh = (post: PostFacts) => {
      const halfLife = post.ask || post.kind === 'job' ? 30 : 180
      return 2 ** (-Math.max(0, asOf - post.since) / (halfLife * DAY))
    }
    const told = this.#told(viewer, asOf).filter(
      ({ no, post, branch }) =>
        no <= request.highestPost &&
        (post.interest === 'paid') === (lane === 'offers') &&
        (kinds === undefined || kinds.has(post.kind)) &&
        this.#isInFeed(post, asOf) &&
        (circle === undefined || this.#circlesOf(viewer, branch).includes(circle)),
    )
    const entries = this.#entries(viewer, told, fresh)
    const keyed = request.order === 'ranked' && lane === 'feed' ? ranked(entries) : newest(entries)
    return keyed.sort((one, other) => compareKeys(one.key, other.key))
  }

  #circlesOf(viewer: PersonNo, branch: number): readonly number[] {
    return branch < 0 ? [] : this.#world.ties.get(`${viewer} ${branch}`)!.sides[0].circles
  }

  #isInFeed(post: PostFacts, now: Seconds): boolean {
    const young = now - post.since <= (post.kind === 'job' ? 60 : 730) * DAY
    return young && (post.expires === undefined || now < post.expires)
  }

  #told(viewer: PersonNo, now: Seconds): Told[] {
    const told: Told[] = []
    for (const [no, post] of this.#world.posts) {
      const heard = this.hears(viewer, no, now)
      if (heard === undefined) continue
      const { witness } = heard
      let branch = post.author
      if (witness.way === 'chain') branch = witness.chain[1]!
      else if (witness.way === 'club' && !this.#chains.tied(viewer, post.author)) branch = -witness.club
      told.push({ no, post, heard, branch })
    }
    return told
  }

  #entries(viewer: PersonNo, told: readonly Told[], fresh: (post: PostFacts) => number): Entry[] {
    const asks = told.filter(({ post }) => post.ask).map((one) => this.#askEntry(viewer, one, fresh))
    const rest = told.filter(({ post }) => !post.ask)
    const subjects = [...new Set(rest.map(({ post }) => post.subject!))]
    return [
      ...asks,
      ...subjects.map((subject) =>
        this.#subjectEntry(
          viewer,
          subject,
          rest.filter(({ post }) => post.subject === subject),
          fresh,
        ),
      ),
    ]
  }

  #askEntry(viewer: PersonNo, told: Told, fresh: (post: PostFacts) => number): Entry {
    const trust = told.branch < 0 ? 0.2 : Math.exp(-told.heard.cost / 1000)
    const score = trust * (weight(told.post) * fresh(told.post))
    const voices = [voiceOf(told, fresh)]
    return {
      card: { subject: undefined, ask: told.no, score, dissent: 0, voices },
      raw: score,
      branch: told.branch,
      newest: told.post.since,
      hash: hash(viewer, told.no + 2 ** 31),
    }
  }

  #subjectEntry(
    viewer: PersonNo,
    subject: SubjectNo,
    told: readonly Told[],
    fresh: (post: PostFacts) => number,
  ): Entry {
    const lastWord = told.filter((one) =>
      told.every(
        (other) =>
          other === one ||
          other.post.author !== one.post.author ||
          other.post.since < one.post.since ||
          (other.post.since === one.post.since && hash(viewer, other.no) > hash(viewer, one.no)),
      ),
    )
    lastWord.sort(
      (one, other) =>
        one.heard.cost - other.heard.cost ||
        tiesOf(one) - tiesOf(other) ||
        hash(viewer, one.post.author) - hash(viewer, other.post.author),
    )
    const score = this.#score(viewer, lastWord, 'recommend', fresh)
    const dissent = this.#score(viewer, lastWord, 'against', fresh)
    const voices = lastWord.map((one) => voiceOf(one, fresh))
    return {
      card: { subject, ask: undefined, score, dissent, voices },
      raw: Math.max(score, dissent),
      branch: lastWord[0]!.branch,
      newest: Math.max(...lastWord.map(({ post }) => post.since)),
      hash: hash(viewer, subject),
    }
  }

  #score(
    viewer: PersonNo,
    told: readonly Told[],
    verdict: PostFacts['verdict'],
    fresh: (post: PostFacts) => number,
  ): number {
    const voices: TreeVoice[] = told
      .filter(({ post }) => post.verdict === verdict)
      .map(({ post, heard, branch }) => ({
        author: post.author,
        weight: weight(post) * fresh(post),
        chain:
          heard.witness.way === 'chain'
            ? heard.witness.chain
            : branch > 0
              ? [viewer, post.author]
              : undefined,
        club: branch < 0 ? -branch : undefined,
      }))
    return scoreTree(this.#chains, viewer, voices)
  }
}

const EMPTY_POST: PostFacts = {
  author: 0,
  subject: undefined,
  kind: 'other',
  ask: false,
  verdict: 'recommend',
  interest: 'none',
  onward: 0,
  audience: { form: 'notebook' },
  created: 0,
  since: 0,
  expires: undefined,
}

function weight({ interest }: PostFacts): number {
  if (interest === 'paid') return 0
  return interest === 'connected' ? 0.25 : 0.5
}

function voiceOf({ post, heard }: Told, fresh: (post: PostFacts) => number): Voice {
  return { ...heard, author: post.author, verdict: post.verdict, freshness: fresh(post) }
}

function tiesOf({ heard, branch }: Told): number {
  if (heard.witness.way === 'chain') return heard.witness.chain.length - 1
  return branch > 0 ? 1 : 99
}

function ranked(entries: readonly Entry[]): Card[] {
  return entries.map((entry) => {
    const before = entries.filter(
      (other) =>
        other.branch === entry.branch &&
        compareKeys(
          { value: round(other.raw), hash: other.hash },
          { value: round(entry.raw), hash: entry.hash },
        ) < 0,
    )
    return { ...entry.card, key: { value: round(entry.raw * 0.9 ** before.length), hash: entry.hash } }
  })
}

function newest(entries: readonly Entry[]): Card[] {
  return entries.map((entry) => ({ ...entry.card, key: { value: entry.newest, hash: entry.hash } }))
}

function compareKeys(one: CardKey, other: CardKey): number {
  return other.value - one.value || one.hash - other.hash
}

function round(value: number): number {
  return Math.round(value * 1e9) / 1e9
}
