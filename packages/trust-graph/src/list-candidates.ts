import { type PageRequest, UNFILTERED } from './answers.ts'
import { countOf } from './block-arena.ts'
import { CandidatePosts } from './candidate-posts.ts'
import type { ClubNo, PersonNo } from './facts.ts'
import { LONGEST_IN_FEED, LONGEST_JOB_IN_FEED, QUICKLY_FADING, SLOWLY_FADING } from './freshness.ts'
import type { GraphFacts } from './graph-facts.ts'
import { CLUB_TRUST, DAY_SECONDS, FLOOR_COST } from './model-constants.ts'
import {
  isAgainst,
  isAsk,
  isForClub,
  isJob,
  isNotebook,
  isOfKinds,
  isOwnExperience,
  isPaid,
  kindBits,
  mayExpire,
  onwardOf,
  weightOf,
} from './post-word.ts'
import type { Reach } from './reach.ts'
import { costOfSide } from './side-word.ts'
import { trustOf } from './tie-cost.ts'

/** What of a request decides about single posts. */
export type ListFilter = Omit<PageRequest, 'order' | 'circle' | 'after' | 'limit'> & {
  /** The bit that stands for the circle in the sides of those who are in it; 0 for no circle. */
  readonly circleBit: number
  /** Whether the list is in the order of scores, else of the newest voices. */
  readonly byScore: boolean
}

/**
 * The posts that a list may hold, before it is known which of them are heard and along which chains: those of everybody
 * considered and of the viewer's clubs. Of each is said what it counts at most: the trust in its author's strongest chain,
 * or in his strongest of two ties if it travels no further. Like the lists of a chain search, the posts of sixteen
 * authors are fetched at a time.
 */
export class ListCandidates {
  readonly posts = new CandidatePosts()
  readonly #facts: GraphFacts
  readonly #starts = new Int32Array(AHEAD)
  readonly #counts = new Int32Array(AHEAD)
  /** Trust in the author at hand, by how far a post of his may travel; -1 where it was not looked up yet. */
  readonly #trust = new Float64Array(3)
  #filter: ListFilter = NO_FILTER
  #kinds = 0
  /** What was said earlier is in no card. */
  #oldest = 0
  /** By how much the viewer's trust may grow where a kind is concerned. */
  #lift = 1
  /** Keeps the reading ahead from being optimised away. */
  fetched = 0

  constructor(facts: GraphFacts) {
    this.#facts = facts
  }

  /** Collects the candidates of another list into `posts`. O(posts of everybody considered). */
  collect(reach: Reach, filter: ListFilter): void {
    this.#filter = filter
    this.#kinds = kindBits(filter.kinds)
    this.#oldest = Math.max(filter.asOf - LONGEST_IN_FEED, filter.notBefore ?? 0)
    this.#lift = this.#facts.experience.greatestLift(reach.viewer)
    this.posts.clear(filter.byScore, filter.asOf)
    for (let place = 0; place < reach.count; place += AHEAD) {
      const authors = Math.min(AHEAD, reach.count - place)
      this.#fetch(reach, place, authors)
      for (let i = 0; i < authors; i++) {
        if (this.#counts[i]! > 0)
          this.#addPostsOf(reach, reach.ranked(place + i), this.#starts[i]!, this.#counts[i]!)
      }
    }
    for (const club of this.#facts.clubs.row(reach.viewer)?.keys() ?? []) this.#addPostsOfClub(reach, club)
    this.posts.close()
  }

  /** Looks up where the authors' posts lie and reads a word of each cache line of their lists, for all of them at once. */
  #fetch(reach: Reach, place: number, authors: number): void {
    const { data, heads } = this.#facts.posts.byAuthor
    const [starts, counts] = [this.#starts, this.#counts]
    for (let i = 0; i < authors; i++) {
      const person = reach.person(reach.ranked(place + i))
      const wrote = 2 * person + 1 < heads.length
      starts[i] = wrote ? heads[2 * person]! : 0
      counts[i] = wrote ? countOf(heads[2 * person + 1]!) : 0
    }
    let fetched = 0
    for (let i = 0; i < authors; i++) {
      const end = starts[i]! + 4 * counts[i]!
      for (let at = starts[i]!; at < end; at += CACHE_LINE) fetched ^= data[at]!
    }
    this.fetched = fetched
  }

  #addPostsOf(reach: Reach, label: number, start: number, count: number): void {
    const author = reach.person(label)
    if (this.#facts.hiddenVoices.has(reach.viewer, author) || !this.#mayList(reach, label)) return
    const { data } = this.#facts.posts.byAuthor
    const trust = this.#trustIn(reach, label)
    this.posts.reserve(count)
    for (let at = start; at < start + 4 * count; at += 4) {
      if (data[at]! >>> 0 < this.#oldest) break
      const word = data[at + 3]!
      if (isForClub(word) || isNotebook(word) || !this.#belongs(at)) continue
      const onward = onwardOf(word)
      if (trust[onward]! < 0) trust[onward] = trustWithin2(reach, author)
      if (trust[onward]! > 0) this.#add(author, at, trust[onward]!)
    }
  }

  /** What depends on the author alone: offers come from ties who may make them, and what a tie says comes by himself. */
  #mayList(reach: Reach, label: number): boolean {
    const { lane, circleBit } = this.#filter
    if (!reach.isTie(label)) return lane === 'feed'
    const author = reach.person(label)
    if (lane === 'offers' && this.#facts.offerAnswers.get(reach.viewer, author) !== 'yes') return false
    return circleBit === 0 || (this.#facts.ties.find(author, reach.viewer)! & circleBit) !== 0
  }

  #trustIn(reach: Reach, label: number): Float64Array {
    const trust = trustOf(reach.cost(label))
    const before = reach.before(label)
    this.#trust[0] = before === 0 ? trust : 0
    this.#trust[1] = before === 0 || reach.before(before) === 0 ? trust : -1
    this.#trust[2] = trust
    return this.#trust
  }

  #addPostsOfClub(reach: Reach, club: ClubNo): void {
    const { posts, ties } = this.#facts
    const all = posts.ofClub.row(club)
    this.posts.reserve(all?.size ?? 0)
    for (const no of all?.keys() ?? []) {
      const author = posts.authorOf(no)
      const record = posts.recordOf(no)
      const young = posts.byAuthor.data[record]! >>> 0 >= this.#oldest
      const side = ties.find(reach.viewer, author)
      const trust = Math.max(CLUB_TRUST, side === undefined ? 0 : trustOf(costOfSide(side)))
      if (young && this.#belongs(record)) this.#add(author, record, trust)
    }
  }

  /** Whether the post is in the lane, the filters and the time of the list, the age of what is no job apart. */
  #belongs(record: number): boolean {
    const { byAuthor } = this.#facts.posts
    const { lane, asOf, highestPost, only, ownExperience, among } = this.#filter
    const no = byAuthor.data[record + 2]!
    const word = byAuthor.data[record + 3]!
    if (isPaid(word) !== (lane === 'offers') || !isOfKinds(word, this.#kinds) || no > highestPost)
      return false
    if (only !== undefined && isAsk(word) !== (only === 'asks')) return false
    if ((ownExperience && !isOwnExperience(word)) || among?.has(no) === false) return false
    if (isJob(word) && byAuthor.data[record]! >>> 0 < asOf - LONGEST_JOB_IN_FEED) return false
    return !mayExpire(word) || !this.#facts.posts.isExpired(no, asOf)
  }

  #add(author: PersonNo, record: number, trust: number): void {
    const { data } = this.#facts.posts.byAuthor
    const since = data[record]! >>> 0
    const word = data[record + 3]!
    const key = isAsk(word) ? -data[record + 2]! : data[record + 1]!
    const days = Math.max(0, Math.floor((this.#filter.asOf - since) / DAY_SECONDS))
    const fresh = (isAsk(word) || isJob(word) ? QUICKLY_FADING : SLOWLY_FADING)[days]!
    const gain = Math.min(1, trust * this.#lift) * weightOf(word) * fresh
    this.posts.add(key, author, record, since, isAgainst(word), gain)
  }
}

const AHEAD = 16
/** In words. */
const CACHE_LINE = 16

const NO_FILTER: ListFilter = {
  ...UNFILTERED,
  lane: 'feed',
  asOf: 0,
  highestPost: 0,
  circleBit: 0,
  byScore: true,
}

/** Trust along the strongest chain of at most two ties, 0 if there is none above the floor. */
function trustWithin2(reach: Reach, author: PersonNo): number {
  const cost = reach.ball.costTo(author)
  return cost > FLOOR_COST ? 0 : trustOf(cost)
}
