import {
  type Audience,
  type Card,
  type CircleNo,
  type Heard,
  type PageRequest,
  type PersonNo,
  type PostFacts,
  type PostNo,
  type SideFacts,
  TrustGraph,
  type TrustGraphOptions,
  UNFILTERED,
  type Witness,
} from '../src/index.ts'

export const NOW = 1_800_000_000
export const DAY = 86_400

/** Ties are told in both directions; what is not said is this weak: far below the floor. */
const NO_STRENGTH = 0.001

type AnyTies = Partial<Omit<Extract<Audience, { form: 'ties' }>, 'form'>>

export function forTies(chosen: AnyTies = { all: true }): Audience {
  return { form: 'ties', all: false, circles: [], singles: [], excepted: [], ...chosen }
}

export interface TieWords {
  readonly back?: number
  readonly paused?: boolean
  readonly circles?: readonly CircleNo[]
  readonly circlesBack?: readonly CircleNo[]
  readonly ended?: boolean
}

/** A small world of named people. Whoever is named lives there and carries. */
export class Town {
  readonly graph: TrustGraph
  readonly #numbers = new Map<string, PersonNo>()
  #posts = 0

  constructor(options: TrustGraphOptions = {}) {
    this.graph = new TrustGraph(options)
  }

  no(name: string): PersonNo {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const no = this.#numbers.size + 1
    this.#numbers.set(name, no)
    this.graph.setPerson(no, { carries: true })
    return no
  }

  names(chain: readonly PersonNo[]): string {
    const byNumber = new Map([...this.#numbers].map(([name, no]) => [no, name]))
    return chain.map((no) => byNumber.get(no)).join(' ')
  }

  tie(one: string, other: string, strength: number, words: TieWords = {}): void {
    const { back = NO_STRENGTH, paused = false, circles = [], circlesBack = [], ended = false } = words
    const mine: SideFacts = { declared: strength, paused, circles }
    const theirs: SideFacts = { declared: back, paused: false, circles: circlesBack }
    this.graph.setTie(this.no(one), this.no(other), { ended, sides: [mine, theirs] })
  }

  /** Ties as strong one way as the other, along a row of people. */
  row(strength: number, ...names: string[]): void {
    for (let i = 1; i < names.length; i++) this.tie(names[i - 1]!, names[i]!, strength, { back: strength })
  }

  silence(name: string): void {
    this.graph.setPerson(this.no(name), { carries: false })
  }

  block(blocker: string, blocked: string): void {
    this.graph.setBlock(this.no(blocker), this.no(blocked), true)
  }

  member(club: number, name: string, paused = false): void {
    this.graph.setMembership(club, this.no(name), { paused })
  }

  /** A recommendation for all ties and two rings beyond, unless said otherwise; answers its number. */
  post(author: string, words: Partial<PostFacts> = {}): PostNo {
    const no = ++this.#posts
    this.graph.setPost(no, { ...this.facts(author), ...words })
    return no
  }

  facts(author: string): PostFacts {
    return {
      author: this.no(author),
      subject: 1,
      kind: 'craftsman',
      ask: false,
      verdict: 'recommend',
      interest: 'none',
      ownExperience: true,
      onward: 2,
      audience: forTies(),
      created: NOW,
      since: NOW,
      expires: undefined,
    }
  }

  /** Everybody heard from, the most trusted first. */
  heardFrom(viewer: string): string {
    return this.names(this.graph.reach(this.no(viewer)).map(({ person }) => person))
  }

  chain(viewer: string, person: string): string {
    const reached = this.graph.reach(this.no(viewer)).find((one) => one.person === this.no(person))
    return reached === undefined ? '' : this.names(reached.chain)
  }

  seen(viewer: string, post: PostNo): string {
    return this.#say(this.graph.maySee(this.no(viewer), post, NOW))
  }

  heard(viewer: string, post: PostNo): string {
    return this.#say(this.#hear(viewer, post)?.witness)
  }

  cost(viewer: string, post: PostNo): number | undefined {
    return this.#hear(viewer, post)?.cost
  }

  hearers(post: PostNo): string {
    return this.names(this.graph.whoHears(post, [...this.#numbers.values()], NOW))
  }

  card(viewer: string, subject = 1): Card | undefined {
    return this.graph.card(this.no(viewer), subject, NOW)
  }

  list(viewer: string, words: Partial<PageRequest> = {}): readonly Card[] {
    return this.graph.page(this.no(viewer), { ...EVERYTHING, ...words }).cards
  }

  #hear(viewer: string, post: PostNo): Heard | undefined {
    return this.graph.hears(this.no(viewer), post, NOW)
  }

  #say(witness: Witness | undefined): string {
    if (witness === undefined) return ''
    return witness.way === 'chain' ? this.names(witness.chain) : witness.way
  }
}

const EVERYTHING: PageRequest = {
  lane: 'feed',
  order: 'ranked',
  asOf: NOW,
  highestPost: 1_000_000,
  ...UNFILTERED,
  after: undefined,
  limit: 1000,
}
