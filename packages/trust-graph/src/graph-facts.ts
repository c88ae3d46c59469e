import { CircleSlots } from './circle-slots.ts'
import type {
  AddressedAs,
  CircleNo,
  Day,
  MembershipFacts,
  OfferAnswer,
  PersonFacts,
  PersonNo,
  PostFacts,
  PostNo,
  TieFacts,
} from './facts.ts'
import { LinearMemory } from './linear-memory.ts'
import { PairMap } from './pair-map.ts'
import { expectNumber, People } from './people.ts'
import { PostIndex } from './post-index.ts'
import { SideExperience } from './side-experience.ts'
import { ENDED_SIDE, packSide } from './side-word.ts'
import { TieSides } from './tie-sides.ts'

/**
 * Everything the engine was told. Each fact stands for itself: telling it again changes nothing, and the order does not
 * matter.
 */
export class GraphFacts {
  readonly memory = new LinearMemory()
  readonly ties = new TieSides(this.memory)
  readonly people = new People(this.ties.from)
  readonly posts = new PostIndex()
  readonly experience: SideExperience
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
  readonly circles = new CircleSlots()
  /**
   * What waits for a slot: an owner's seventeenth circle is named before the removal of another one has been told. Until it
   * is, the newcomer counts as empty. Owner and other person, or owner and post.
   */
  readonly waitingSides = new PairMap<readonly CircleNo[]>()
  readonly waitingPosts = new PairMap<readonly CircleNo[]>()

  constructor(today: Day) {
    this.experience = new SideExperience(this.ties, today)
  }

  setPerson(no: PersonNo, facts: PersonFacts | null): void {
    const known = this.people.exists(no)
    this.people.set(no, facts)
    if (facts === null) this.ties.vanish(no)
    else if (!known) this.ties.appear(no, (other) => this.people.exists(other))
  }

  setTie(one: PersonNo, other: PersonNo, facts: TieFacts | null): void {
    expectNumber(one)
    expectNumber(other)
    if (one === other) throw new RangeError(`A tie joins two persons; person ${one} has none with himself.`)
    if (facts === null || facts.ended) this.#dropSides(one, other, facts === null ? null : ENDED_SIDE)
    else {
      const [mine, theirs] = facts.sides
      const costOfOne = this.experience.tell(one, other, mine)
      const costOfOther = this.experience.tell(other, one, theirs)
      const circlesOfOne = this.maskFor(one, mine.circles, this.waitingSides, other)
      const circlesOfOther = this.maskFor(other, theirs.circles, this.waitingSides, one)
      this.#setSide(one, other, packSide(costOfOne, mine.paused, circlesOfOther))
      this.#setSide(other, one, packSide(costOfOther, theirs.paused, circlesOfOne))
    }
  }

  setPost(no: PostNo, facts: PostFacts | null): void {
    expectNumber(no)
    const author = this.posts.authorOf(no)
    if (author !== 0) this.waitingPosts.set(author, no, null)
    if (facts === null) {
      this.posts.delete(no)
      return
    }
    expectNumber(facts.author)
    const circles = facts.audience.form === 'ties' ? facts.audience.circles : []
    this.posts.set(no, facts, this.maskFor(facts.author, circles, this.waitingPosts, no))
  }

  removeCircle(owner: PersonNo, circle: CircleNo): void {
    const slot = this.circles.free(owner, circle)
    if (slot !== undefined) {
      this.ties.clearCircle(owner, slot)
      this.posts.clearCircle(owner, slot)
    }
    for (const [other, circles] of this.waitingSides.row(owner) ?? []) {
      const left = circles.filter((one) => one !== circle)
      this.ties.setCircles(other, owner, this.maskFor(owner, left, this.waitingSides, other))
    }
    for (const [no, circles] of this.waitingPosts.row(owner) ?? []) {
      const left = circles.filter((one) => one !== circle)
      this.posts.setCircles(no, this.maskFor(owner, left, this.waitingPosts, no))
    }
  }

  /** The owner's circles as the low 16 bits; one that nobody is in has none. */
  circleMask(owner: PersonNo, circles: readonly CircleNo[]): number {
    let mask = 0
    for (const circle of circles) {
      const slot = this.circles.find(owner, circle)
      if (slot !== undefined) mask |= 1 << slot
    }
    return mask
  }

  /** The same, with a slot for every circle as far as there are any; what finds none waits. */
  maskFor(owner: PersonNo, circles: readonly CircleNo[], waiting: PairMap<readonly CircleNo[]>, of: number) {
    let mask = 0
    let complete = true
    for (const circle of circles) {
      const slot = this.circles.take(owner, circle)
      if (slot === undefined) complete = false
      else mask |= 1 << slot
    }
    waiting.set(owner, of, complete ? null : circles)
    return mask
  }

  #dropSides(one: PersonNo, other: PersonNo, word: number | null): void {
    for (const [owner, partner] of [
      [one, other],
      [other, one],
    ] as const) {
      this.waitingSides.set(owner, partner, null)
      this.experience.forget(owner, partner)
      this.#setSide(owner, partner, word)
    }
  }

  /** Null takes the side away. */
  #setSide(owner: PersonNo, other: PersonNo, word: number | null): void {
    const known = this.people.exists(owner) && this.people.exists(other)
    this.ties.waiting.set(owner, other, known ? null : word)
    if (known && word !== null) this.ties.set(owner, other, word)
    else this.ties.delete(owner, other)
  }
}
