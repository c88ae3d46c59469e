import type {
  AddressedAs,
  CircleNo,
  ClubNo,
  Day,
  HiddenFacts,
  MembershipFacts,
  OfferAnswer,
  PersonFacts,
  PersonNo,
  PostFacts,
  PostNo,
  SideFacts,
  TieFacts,
  TrustGraph,
} from '../src/index.ts'

/** One thing that a graph can be told. */
export type Telling =
  | { readonly tell: 'person'; readonly no: PersonNo; readonly facts: PersonFacts | null }
  | {
      readonly tell: 'tie'
      readonly one: PersonNo
      readonly other: PersonNo
      readonly facts: TieFacts | null
    }
  | { readonly tell: 'circle gone'; readonly owner: PersonNo; readonly circle: CircleNo }
  | {
      readonly tell: 'block'
      readonly blocker: PersonNo
      readonly blocked: PersonNo
      readonly stands: boolean
    }
  | ({ readonly tell: 'hidden'; readonly viewer: PersonNo } & HiddenFacts)
  | { readonly tell: 'day'; readonly day: Day }
  | {
      readonly tell: 'offer answer'
      readonly viewer: PersonNo
      readonly author: PersonNo
      readonly answer: OfferAnswer | null
    }
  | {
      readonly tell: 'member'
      readonly club: ClubNo
      readonly person: PersonNo
      readonly facts: MembershipFacts | null
    }
  | { readonly tell: 'post'; readonly no: PostNo; readonly facts: PostFacts | null }
  | {
      readonly tell: 'addressed'
      readonly post: PostNo
      readonly person: PersonNo
      readonly as: AddressedAs | null
    }
  | { readonly tell: 'answered'; readonly ask: PostNo; readonly helper: PersonNo; readonly answered: boolean }

export function tellGraph(graph: TrustGraph, telling: Telling): void {
  switch (telling.tell) {
    case 'person':
      return graph.setPerson(telling.no, telling.facts)
    case 'tie':
      return graph.setTie(telling.one, telling.other, telling.facts)
    case 'circle gone':
      return graph.removeCircle(telling.owner, telling.circle)
    case 'block':
      return graph.setBlock(telling.blocker, telling.blocked, telling.stands)
    case 'hidden':
      return graph.setHidden(telling.viewer, telling)
    case 'day':
      // In slices of one, so that no slice may lean on its being the last.
      while (!graph.moveTo(telling.day, 1));
      return
    case 'offer answer':
      return graph.setOfferAnswer(telling.viewer, telling.author, telling.answer)
    case 'member':
      return graph.setMembership(telling.club, telling.person, telling.facts)
    case 'post':
      return graph.setPost(telling.no, telling.facts)
    case 'addressed':
      return graph.setAddressing(telling.post, telling.person, telling.as)
    case 'answered':
      return graph.setAnswered(telling.ask, telling.helper, telling.answered)
  }
}

/** What was told last about each thing, in plain maps; a pair's key is `first second`. */
export class World {
  readonly people = new Map<PersonNo, PersonFacts>()
  /** Each tie under both orders of its two persons. */
  readonly ties = new Map<string, TieFacts>()
  readonly blocks = new Set<string>()
  readonly hidden = new Map<PersonNo, HiddenFacts>()
  today: Day = 0
  readonly offerAnswers = new Map<string, OfferAnswer>()
  readonly members = new Map<string, MembershipFacts>()
  readonly posts = new Map<PostNo, PostFacts>()
  readonly addressed = new Map<string, AddressedAs>()
  readonly answered = new Set<string>()

  constructor(tellings: Iterable<Telling>) {
    for (const telling of tellings) this.record(telling)
  }

  record(telling: Telling): void {
    switch (telling.tell) {
      case 'person':
        return keep(this.people, telling.no, telling.facts)
      case 'tie':
        return this.#recordTie(telling.one, telling.other, telling.facts)
      case 'circle gone':
        return this.#removeCircle(telling.owner, telling.circle)
      case 'block':
        return mark(this.blocks, `${telling.blocker} ${telling.blocked}`, telling.stands)
      case 'hidden':
        return keep(this.hidden, telling.viewer, telling)
      case 'day':
        this.today = Math.max(this.today, telling.day)
        return
      case 'offer answer':
        return keep(this.offerAnswers, `${telling.viewer} ${telling.author}`, telling.answer)
      case 'member':
        return keep(this.members, `${telling.club} ${telling.person}`, telling.facts)
      case 'post':
        return keep(this.posts, telling.no, telling.facts)
      case 'addressed':
        return keep(this.addressed, `${telling.post} ${telling.person}`, telling.as)
      case 'answered':
        return mark(this.answered, `${telling.ask} ${telling.helper}`, telling.answered)
    }
  }

  /** The same world told from nothing, each fact once. */
  *retold(): Generator<Telling> {
    yield { tell: 'day', day: this.today }
    for (const [no, facts] of this.people) yield { tell: 'person', no, facts }
    for (const [key, facts] of this.ties) {
      const [one, other] = pair(key)
      if (one < other) yield { tell: 'tie', one, other, facts }
    }
    for (const key of this.blocks)
      yield { tell: 'block', blocker: pair(key)[0], blocked: pair(key)[1], stands: true }
    for (const [viewer, hidden] of this.hidden) yield { ...hidden, tell: 'hidden', viewer }
    for (const [key, answer] of this.offerAnswers)
      yield { tell: 'offer answer', viewer: pair(key)[0], author: pair(key)[1], answer }
    for (const [key, facts] of this.members)
      yield { tell: 'member', club: pair(key)[0], person: pair(key)[1], facts }
    for (const [no, facts] of this.posts) yield { tell: 'post', no, facts }
    for (const [key, as] of this.addressed)
      yield { tell: 'addressed', post: pair(key)[0], person: pair(key)[1], as }
    for (const key of this.answered)
      yield { tell: 'answered', ask: pair(key)[0], helper: pair(key)[1], answered: true }
  }

  #recordTie(one: PersonNo, other: PersonNo, facts: TieFacts | null): void {
    keep(this.ties, `${one} ${other}`, facts)
    keep(
      this.ties,
      `${other} ${one}`,
      facts && { ended: facts.ended, sides: [facts.sides[1], facts.sides[0]] },
    )
  }

  #removeCircle(owner: PersonNo, circle: CircleNo): void {
    const without = (circles: readonly CircleNo[]) => circles.filter((one) => one !== circle)
    for (const [key, { ended, sides }] of this.ties) {
      const [one, other] = pair(key)
      const mine: SideFacts = { ...sides[0], circles: without(sides[0].circles) }
      if (one === owner) this.#recordTie(one, other, { ended, sides: [mine, sides[1]] })
    }
    for (const [no, post] of this.posts) {
      const { audience } = post
      if (post.author !== owner || audience.form !== 'ties') continue
      this.posts.set(no, { ...post, audience: { ...audience, circles: without(audience.circles) } })
    }
  }
}

function pair(key: string): [number, number] {
  const [first, second] = key.split(' ').map(Number)
  return [first!, second!]
}

function keep<Key, Value>(map: Map<Key, Value>, key: Key, value: Value | null): void {
  if (value === null) map.delete(key)
  else map.set(key, value)
}

function mark(set: Set<string>, key: string, stands: boolean): void {
  if (stands) set.add(key)
  else set.delete(key)
}
