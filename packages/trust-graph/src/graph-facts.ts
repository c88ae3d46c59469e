import { CircleSlots } from './circle-slots.ts'
import type {
  AddressedAs,
  CircleNo,
  MembershipFacts,
  OfferAnswer,
  PersonNo,
  PostFacts,
  PostNo,
  TieFacts,
} from './facts.ts'
import { PairMap } from './pair-map.ts'
import { expectNumber, People } from './people.ts'
import { PostIndex } from './post-index.ts'
import { ENDED_SIDE, packSide } from './side-word.ts'
import { costOf } from './tie-cost.ts'
import { TieSides } from './tie-sides.ts'

/**
 * Everything the engine was told. Each fact stands for itself: telling it again changes nothing, and the order does not
 * matter.
 */
export class GraphFacts {
  readonly people = new People()
  readonly ties = new TieSides()
  readonly posts = new PostIndex()
  /** viewer, person */
  readonly hiddenVoices = new PairMap<true>()
  /** viewer, post */
  readonly hiddenPosts = new PairMap<true>()
  /** viewer, author */
  readonly offerAnswers = new PairMap<OfferAnswer>()
  /** club, person */
  readonly members = new PairMap<MembershipFacts>()
  /** person, club */
  readonly clubs = new PairMap<MembershipFacts>()
  /** post, person */
  readonly addressed = new PairMap<AddressedAs>()
  /** ask, helper */
  readonly answered = new PairMap<true>()
  readonly #circles = new CircleSlots()
  /**
   * What waits for a slot: an owner's seventeenth circle is named before the removal of another one has been told. Until it
   * is, the newcomer counts as empty. Owner and other person, or owner and post.
   */
  readonly #waitingSides = new PairMap<readonly CircleNo[]>()
  readonly #waitingPosts = new PairMap<readonly CircleNo[]>()

  setTie(one: PersonNo, other: PersonNo, facts: TieFacts | null): void {
    if (one === other) throw new RangeError(`A tie joins two persons; person ${one} has none with himself.`)
    this.people.mention(one)
    this.people.mention(other)
    this.#waitingSides.set(one, other, null)
    this.#waitingSides.set(other, one, null)
    if (facts === null) {
      this.ties.delete(one, other)
      this.ties.delete(other, one)
    } else if (facts.ended) {
      this.ties.set(one, other, ENDED_SIDE)
      this.ties.set(other, one, ENDED_SIDE)
    } else {
      const [mine, theirs] = facts.sides
      const circlesOfOne = this.#maskFor(one, mine.circles, this.#waitingSides, other)
      const circlesOfOther = this.#maskFor(other, theirs.circles, this.#waitingSides, one)
      this.ties.set(one, other, packSide(costOf(mine.strength), mine.paused, circlesOfOther))
      this.ties.set(other, one, packSide(costOf(theirs.strength), theirs.paused, circlesOfOne))
    }
  }

  setPost(no: PostNo, facts: PostFacts | null): void {
    expectNumber(no)
    const earlier = this.posts.get(no)
    if (earlier !== undefined) this.#waitingPosts.set(earlier.author, no, null)
    if (facts === null) {
      this.posts.delete(no)
      return
    }
    this.people.mention(facts.author)
    const circles = facts.audience.form === 'ties' ? facts.audience.circles : []
    this.posts.set(no, facts, this.#maskFor(facts.author, circles, this.#waitingPosts, no))
  }

  removeCircle(owner: PersonNo, circle: CircleNo): void {
    const slot = this.#circles.free(owner, circle)
    if (slot !== undefined) {
      this.ties.clearCircle(owner, slot)
      this.posts.clearCircle(owner, slot)
    }
    for (const [other, circles] of this.#waitingSides.row(owner) ?? []) {
      const left = circles.filter((one) => one !== circle)
      this.ties.setCircles(other, owner, this.#maskFor(owner, left, this.#waitingSides, other))
    }
    for (const [no, circles] of this.#waitingPosts.row(owner) ?? []) {
      const left = circles.filter((one) => one !== circle)
      this.posts.setCircles(no, this.#maskFor(owner, left, this.#waitingPosts, no))
    }
  }

  /** The owner's circles as the low 16 bits; one that nobody is in has none. */
  circleMask(owner: PersonNo, circles: readonly CircleNo[]): number {
    let mask = 0
    for (const circle of circles) {
      const slot = this.#circles.find(owner, circle)
      if (slot !== undefined) mask |= 1 << slot
    }
    return mask
  }

  #maskFor(owner: PersonNo, circles: readonly CircleNo[], waiting: PairMap<readonly CircleNo[]>, of: number) {
    let mask = 0
    let complete = true
    for (const circle of circles) {
      const slot = this.#circles.take(owner, circle)
      if (slot === undefined) complete = false
      else mask |= 1 << slot
    }
    waiting.set(owner, of, complete ? null : circles)
    return mask
  }
}
