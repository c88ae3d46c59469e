import type { AudiencePreview, Card, Heard, Page, PageRequest, Reached, Witness } from './answers.ts'
import { previewAudience } from './audience-preview.ts'
import type {
  AddressedAs,
  Audience,
  CircleNo,
  ClubNo,
  MembershipFacts,
  OfferAnswer,
  PersonFacts,
  PersonNo,
  PostFacts,
  PostNo,
  Seconds,
  SubjectNo,
  TieFacts,
} from './facts.ts'
import { readCard, readPage } from './feed-page.ts'
import { GraphFacts } from './graph-facts.ts'
import { heardOf } from './hearing.ts'
import { maySee } from './may-see.ts'
import { MOST_TRUSTED } from './model-constants.ts'
import { askAboutOffers } from './offer-questions.ts'
import { Reach } from './reach.ts'
import { whoHears } from './who-hears.ts'

export interface TrustGraphOptions {
  /** K: how many people a viewer hears at most. */
  readonly mostTrusted?: number
}

/**
 * Who hears what from whom. It is told facts, each as it stands now, in any order and as often as one likes (null: there is
 * no such thing), and answers at once from memory. SPEC.md has its rules. An answer is a proposal: what leaves the server
 * is checked against the tables.
 */
export class TrustGraph {
  readonly #facts = new GraphFacts()
  readonly #mostTrusted: number

  constructor({ mostTrusted = MOST_TRUSTED }: TrustGraphOptions = {}) {
    this.#mostTrusted = mostTrusted
  }

  setPerson(no: PersonNo, facts: PersonFacts | null): void {
    this.#facts.people.set(no, facts)
  }

  setTie(one: PersonNo, other: PersonNo, facts: TieFacts | null): void {
    this.#facts.setTie(one, other, facts)
  }

  /** The circle is no more; nobody is in it, and no audience has it. */
  removeCircle(owner: PersonNo, circle: CircleNo): void {
    this.#facts.removeCircle(owner, circle)
  }

  setBlock(blocker: PersonNo, blocked: PersonNo, stands: boolean): void {
    this.#facts.people.setBlock(blocker, blocked, stands)
  }

  setHiddenVoice(viewer: PersonNo, person: PersonNo, hidden: boolean): void {
    this.#facts.hiddenVoices.set(viewer, person, hidden ? true : null)
  }

  setHiddenPost(viewer: PersonNo, post: PostNo, hidden: boolean): void {
    this.#facts.hiddenPosts.set(viewer, post, hidden ? true : null)
  }

  setOfferAnswer(viewer: PersonNo, author: PersonNo, answer: OfferAnswer | null): void {
    this.#facts.offerAnswers.set(viewer, author, answer)
  }

  setMembership(club: ClubNo, person: PersonNo, facts: MembershipFacts | null): void {
    this.#facts.members.set(club, person, facts)
    this.#facts.clubs.set(person, club, facts)
  }

  setPost(no: PostNo, facts: PostFacts | null): void {
    this.#facts.setPost(no, facts)
  }

  setAddressing(post: PostNo, person: PersonNo, as: AddressedAs | null): void {
    this.#facts.addressed.set(post, person, as)
  }

  setAnswered(ask: PostNo, helper: PersonNo, answered: boolean): void {
    this.#facts.answered.set(ask, helper, answered ? true : null)
  }

  /** The highest number that a post has had; for the window of a list. O(1). */
  highestPost(): PostNo {
    return this.#facts.posts.highest
  }

  /** Everybody the viewer hears from, the most trusted first. O(the sides of everybody within two ties). */
  reach(viewer: PersonNo): readonly Reached[] {
    const reach = this.#search(viewer)
    return reach.ranked.map((label) => ({
      person: reach.person(label),
      cost: reach.cost(label),
      chain: reach.chain(label),
    }))
  }

  /** Why the viewer may see the post, or undefined. O(the author's ties times the ties of each of them). */
  maySee(viewer: PersonNo, post: PostNo, now: Seconds): Witness | undefined {
    const indexed = this.#facts.posts.get(post)
    return indexed && maySee(this.#facts, viewer, indexed, now)
  }

  /** How the viewer hears the post, or undefined. O(reach). */
  hears(viewer: PersonNo, post: PostNo, now: Seconds): Heard | undefined {
    return this.hearsAmong(viewer, [post], now)[0]
  }

  /** Those of the posts that the viewer hears, in the given order. O(reach + posts). */
  hearsAmong(viewer: PersonNo, posts: Iterable<PostNo>, now: Seconds): Heard[] {
    return heardOf(this.#facts, this.#search(viewer), posts, now)
  }

  /** A window on the viewer's list. O(reach + everything heard). */
  page(viewer: PersonNo, request: PageRequest): Page {
    return readPage(this.#facts, this.#search(viewer), request)
  }

  /** All heard voices on one subject, undimmed by age, or undefined. O(reach + posts of everybody reached). */
  card(viewer: PersonNo, subject: SubjectNo, now: Seconds): Card | undefined {
    return readCard(this.#facts, this.#search(viewer), subject, now)
  }

  /** The ties who wait for a yes or no to their offers, the strongest first. O(reach + posts of everybody reached). */
  offerQuestions(viewer: PersonNo, now: Seconds): PersonNo[] {
    return askAboutOffers(this.#facts, this.#search(viewer), now)
  }

  /**
   * Which of the connected hear the post, in ascending order; K apart, so that a few may find that they do not. O(connected
   * + chains above the floor that end in the author).
   */
  whoHears(post: PostNo, connected: Iterable<PersonNo>, now: Seconds): PersonNo[] {
    const indexed = this.#facts.posts.get(post)
    return indexed === undefined ? [] : whoHears(this.#facts, indexed, connected, now)
  }

  /** How far an audience would go. O(the sides of everybody within `onward` rings of the author). */
  preview(author: PersonNo, audience: Audience, onward: 0 | 1 | 2): AudiencePreview {
    return previewAudience(this.#facts, author, audience, onward)
  }

  #search(viewer: PersonNo): Reach {
    return new Reach(this.#facts, viewer, this.#mostTrusted)
  }
}
