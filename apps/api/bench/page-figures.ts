import {
  type Audience,
  KINDS,
  type PageRequest,
  type PostFacts,
  type TrustGraph,
  UNFILTERED,
} from '@kith/trust-graph'
import type { DrawnPosts } from '@kith/trust-graph/bench/drawn-posts'
import { median, quantile } from '@kith/trust-graph/bench/figures'
import { timeOf } from '@kith/trust-graph/bench/reach-turns'
import { Xorshift } from '@kith/trust-graph/bench/xorshift'
import { circlesOf } from './bench-rows.ts'

const WARM_UP = 100
const CARDS = 20
const CONNECTED = 2_000
const POSTS_HEARD = 100
const HUB_TIES = 5_000

/** Milliseconds. */
export interface Timed {
  readonly median: number
  readonly p99: number
}

/** Questions to an engine that holds a drawn world, by random viewers. */
export class PageFigures {
  readonly #graph: TrustGraph
  readonly #people: number
  readonly #now: number
  readonly #random: Xorshift
  readonly #times: number

  constructor(graph: TrustGraph, world: { people: number; now: number; seed: number; times: number }) {
    this.#graph = graph
    this.#people = world.people
    this.#now = world.now
    this.#random = new Xorshift(world.seed)
    this.#times = world.times
  }

  /** A feed page, reach included. */
  page(words: Partial<PageRequest> = {}): Timed {
    return this.#time(() => this.#graph.page(this.#somebody(), { ...this.#request(), ...words }))
  }

  /** Whether and along which chain 100 random posts are heard, reach included. */
  audience(): Timed {
    return this.#time(() => {
      const posts = Array.from({ length: POSTS_HEARD }, () => this.#somePost())
      return this.#graph.hearsAmong(this.#somebody(), posts, this.#now)
    })
  }

  /** Which of 2,000 connected hear a post. */
  whoHears(): Timed {
    const connected = Array.from({ length: CONNECTED }, () => this.#somebody())
    return this.#time(() => this.#graph.whoHears(this.#somePost(), connected, this.#now))
  }

  /** The page of somebody to whom 5,000 ties are given, which is as heavy as a page gets. */
  heavyPage(): Timed {
    const hubs = [this.#hub(), this.#hub()]
    // In turn, since whoever asks twice is not searched for again.
    return this.#time((n) => this.#graph.page(hubs[n % 2]!, this.#request()))
  }

  #hub(): number {
    const hub = this.#somebody()
    for (let tie = 0; tie < HUB_TIES; tie++) {
      const other = this.#somebody()
      const side = { declared: 0.2 + 0.7 * this.#random.unit(), paused: false, circles: [] }
      if (other !== hub) this.#graph.setTie(hub, other, { ended: false, sides: [side, side] })
    }
    return hub
  }

  #request(): PageRequest {
    const highestPost = this.#graph.highestPost()
    const all = { ...UNFILTERED, after: undefined }
    return { lane: 'feed', order: 'ranked', asOf: this.#now, highestPost, limit: CARDS, ...all }
  }

  #time(ask: (n: number) => unknown): Timed {
    for (let n = 0; n < WARM_UP; n++) ask(n)
    const times = Array.from({ length: this.#times }, (_, n) => timeOf(() => ask(n)))
    return { median: median(times), p99: quantile(times, 0.99) }
  }

  #somebody(): number {
    return 1 + this.#random.below(this.#people)
  }

  #somePost(): number {
    return 1 + this.#random.below(this.#graph.highestPost())
  }
}

/** Tells the engine all drawn posts, numbered from 1, in the place of those it had. */
export function tellPosts(graph: TrustGraph, posts: DrawnPosts): void {
  for (let post = 0; post < posts.count; post++) graph.setPost(post + 1, factsOf(posts, post))
}

function factsOf(posts: DrawnPosts, post: number): PostFacts {
  const circles = circlesOf(posts, post)
  const audience: Audience = { form: 'ties', all: circles.length === 0, circles, singles: [], excepted: [] }
  const onward = posts.onward[post] === 2 ? 2 : posts.onward[post] === 1 ? 1 : 0
  const since = posts.since[post]!
  return {
    author: posts.authors[post]! + 1,
    subject: posts.subjects[post]! + 1,
    kind: KINDS[posts.kinds[post]!] ?? 'other',
    ask: false,
    verdict: posts.against[post] === 1 ? 'against' : 'recommend',
    interest: 'none',
    ownExperience: true,
    onward,
    audience,
    created: since,
    since,
    expires: undefined,
  }
}
