import type {
  AudiencePreview,
  Card,
  Heard,
  OutcomeShare,
  Page,
  PageRequest,
  Reached,
  Witness,
  WrittenPost,
} from './answers.ts'
import { previewAudience } from './audience-preview.ts'
import { behind } from './behind.ts'
import type {
  AddressedAs,
  Audience,
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
  Seconds,
  SubjectNo,
  TieFacts,
} from './facts.ts'
import { postsOn, readCard, readPage } from './feed-page.ts'
import { GraphFacts } from './graph-facts.ts'
import { heardOf } from './hearing.ts'
import { ListCandidates } from './list-candidates.ts'
import { MaySee } from './may-see.ts'
import { MOST_TRUSTED } from './model-constants.ts'
import { askAboutOffers } from './offer-questions.ts'
import { outcomeShares } from './outcome-shares.ts'
import { Reach } from './reach.ts'
import { type ReadBytes, readFacts, saveFacts } from './snapshot.ts'
import { viewerHash } from './viewer-hash.ts'
import { whoHears } from './who-hears.ts'

export interface TrustGraphOptions {
  /** K: how many people a viewer hears at most. */
  readonly mostTrusted?: number
  /** The day whose strengths count until `moveTo` names a later one. */
  readonly today?: Day
}

/**
 * Who hears what from whom. It is told facts, each as it stands now, in any order and as often as one likes (null: there is
 * no such thing), and answers at once from memory. SPEC.md has its rules. An answer is a proposal: what leaves the server
 * is checked against the tables.
 */
export class TrustGraph {
  readonly #facts: GraphFacts
  // Each serves one question after the other, so that a search allocates nothing.
  readonly #reach: Reach
  readonly #maySee: MaySee
  readonly #candidates: ListCandidates
  /** How often anything was told. */
  #changes = 0
  /** How often it had been when reach was searched last. */
  #searched = -1

  /** A new graph is empty; only what loads one gives it facts. */
  constructor(
    { mostTrusted = MOST_TRUSTED, today = 0 }: TrustGraphOptions = {},
    facts: GraphFacts = new GraphFacts(today),
  ) {
    this.#facts = facts
    this.#reach = new Reach(this.#facts, mostTrusted)
    this.#maySee = new MaySee(this.#facts)
    this.#candidates = new ListCandidates(this.#facts)
  }

  /**
   * Makes it another day, never an earlier one: experience fades by whole days. Costs at most so many sides again and
   * answers whether all are up to date; until then some keep the strength of an earlier day. O(sides · ties of their ends).
   */
  moveTo(day: Day, sides: number): boolean {
    return this.#told().experience.moveTo(day, sides)
  }

  setPerson(no: PersonNo, facts: PersonFacts | null): void {
    this.#told().setPerson(no, facts)
  }

  setTie(one: PersonNo, other: PersonNo, facts: TieFacts | null): void {
    this.#told().setTie(one, other, facts)
  }

  /** The circle is no more; nobody is in it, and no audience has it. */
  removeCircle(owner: PersonNo, circle: CircleNo): void {
    this.#told().removeCircle(owner, circle)
  }

  setBlock(blocker: PersonNo, blocked: PersonNo, stands: boolean): void {
    this.#told().people.setBlock(blocker, blocked, stands)
  }

  /** Everything that the viewer hides: voices, and single posts of unnamed ones. */
  setHidden(viewer: PersonNo, { voices, posts }: HiddenFacts): void {
    const { hiddenVoices, hiddenPosts } = this.#told()
    hiddenVoices.setRow(viewer, new Map(voices.map((person) => [person, true])))
    hiddenPosts.setRow(viewer, new Map(posts.map((post) => [post, true])))
  }

  setOfferAnswer(viewer: PersonNo, author: PersonNo, answer: OfferAnswer | null): void {
    this.#told().offerAnswers.set(viewer, author, answer)
  }

  setMembership(club: ClubNo, person: PersonNo, facts: MembershipFacts | null): void {
    const { members, clubs } = this.#told()
    members.set(club, person, facts)
    clubs.set(person, club, facts)
  }

  setPost(no: PostNo, facts: PostFacts | null): void {
    this.#told().setPost(no, facts)
  }

  setAddressing(post: PostNo, person: PersonNo, as: AddressedAs | null): void {
    this.#told().addressed.set(post, person, as)
  }

  setAnswered(ask: PostNo, helper: PersonNo, answered: boolean): void {
    this.#told().answered.set(ask, helper, answered ? true : null)
  }

  /** The highest number that a post has had; for the window of a list. O(1). */
  highestPost(): PostNo {
    return this.#facts.posts.highest
  }

  /** Everybody the viewer hears from, the most trusted first. O(the sides of everybody within two ties). */
  reach(viewer: PersonNo): readonly Reached[] {
    const reach = this.#reachOf(viewer)
    const reached = Array.from({ length: reach.count }, (_, place) => {
      const label = reach.ranked(place)
      return { person: reach.person(label), cost: reach.cost(label), chain: reach.chain(label) }
    })
    const hash = ({ person }: Reached) => viewerHash(viewer, person)
    return reached.sort((one, other) => one.cost - other.cost || hash(one) - hash(other))
  }

  /**
   * Why the viewer may see the post, or undefined. O(the ties of viewer and author, and those of the ties of one of them,
   * whichever are fewer).
   */
  maySee(viewer: PersonNo, post: PostNo, now: Seconds): Witness | undefined {
    const indexed = this.#facts.posts.get(post)
    return indexed && this.#maySee.witness(viewer, indexed, now)
  }

  /** How the viewer hears the post, or undefined. O(reach). */
  hears(viewer: PersonNo, post: PostNo, now: Seconds): Heard | undefined {
    return this.hearsAmong(viewer, [post], now)[0]
  }

  /** Those of the posts that the viewer hears, in the given order. O(reach + posts). */
  hearsAmong(viewer: PersonNo, posts: Iterable<PostNo>, now: Seconds): Heard[] {
    return heardOf(this.#facts, this.#reachOf(viewer), posts, now)
  }

  /** A window on the viewer's list. O(reach + everything heard). */
  page(viewer: PersonNo, request: PageRequest): Page {
    return readPage(this.#facts, this.#reachOf(viewer), this.#candidates, request)
  }

  /** All heard voices on one subject, undimmed by age, or undefined. O(reach + posts of everybody reached). */
  card(viewer: PersonNo, subject: SubjectNo, now: Seconds): Card | undefined {
    return readCard(this.#facts, this.#reachOf(viewer), subject, now)
  }

  /** What everybody considered has written on these subjects, heard or not, clubs apart. O(reach + posts of everybody reached). */
  postsOn(viewer: PersonNo, subjects: ReadonlySet<SubjectNo>): WrittenPost[] {
    return postsOn(this.#facts, this.#reachOf(viewer), subjects)
  }

  /**
   * Whose strength an outcome of this post moves, and how much of it is each one's; nobody's if it came through no tie.
   * Whether the viewer may see the post is not asked. O(reach + posts of everybody reached).
   */
  outcomeShares(viewer: PersonNo, post: PostNo, now: Seconds): OutcomeShare[] {
    const indexed = this.#facts.posts.get(post)
    return indexed === undefined ? [] : outcomeShares(this.#facts, this.#reachOf(viewer), indexed, now)
  }

  /** The ties who wait for a yes or no to their offers, the strongest first. O(reach + posts of everybody reached). */
  offerQuestions(viewer: PersonNo, now: Seconds): PersonNo[] {
    return askAboutOffers(this.#facts, this.#reachOf(viewer), now)
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

  /**
   * Whom one of the viewer's ties brings to him from right behind, each with the newest post that he may see by that way, in
   * the order of h(viewer, author). Blind to strengths, pauses and K. O(the tie's ties and their posts).
   */
  behind(viewer: PersonNo, tie: PersonNo, now: Seconds): WrittenPost[] {
    return behind(this.#facts, viewer, tie, now)
  }

  /**
   * The graph as bytes, piece by piece, each good until the next one is taken. It must not be told anything until the last
   * one was; if it was, this throws.
   */
  *snapshot(): Generator<Uint8Array> {
    const changes = this.#changes
    for (const piece of saveFacts(this.#facts)) {
      if (this.#changes !== changes) throw new Error('The graph was changed while its snapshot was taken.')
      yield piece
    }
  }

  /** The graph of a snapshot, on the day on which that was taken. Throws a SnapshotError if the bytes are not one. */
  static async restore(read: ReadBytes, options: TrustGraphOptions = {}): Promise<TrustGraph> {
    return new TrustGraph(options, await readFacts(read))
  }

  /** One answer of the API takes several questions of one viewer: as long as nothing was told, one search does. */
  #reachOf(viewer: PersonNo): Reach {
    if (this.#searched !== this.#changes || this.#reach.viewer !== viewer) this.#reach.of(viewer)
    this.#searched = this.#changes
    return this.#reach
  }

  #told(): GraphFacts {
    this.#changes++
    return this.#facts
  }
}
