import { blockArena } from './block-arena.ts'
import type { Audience, ClubNo, PersonNo, PostFacts, PostNo, Seconds, SubjectNo } from './facts.ts'
import { grown } from './growing.ts'
import { PairMap } from './pair-map.ts'
import { packPost } from './post-word.ts'
import { CIRCLES } from './side-word.ts'

/** A post as searches read it. */
export interface IndexedPost {
  readonly no: PostNo
  readonly author: PersonNo
  /** 0 for an ask. */
  readonly subject: SubjectNo
  readonly since: Seconds
  readonly word: number
}

/** Single and excepted ties of one audience. */
export interface ListedTies {
  readonly singles: ReadonlySet<PersonNo>
  readonly excepted: ReadonlySet<PersonNo>
}

/** The last second that four bytes hold: in 2106. */
const LAST_SECOND = 0xffffffff

/**
 * All posts, per author, newest first. A record is four words, {since, subject or 0, post, word}; whose a post is stands in
 * an array by post number. What few posts have is in tables beside: single and excepted ties, a club, an expiry.
 */
export class PostIndex {
  readonly byAuthor = blockArena(4)
  readonly ofClub = new PairMap<true>()
  readonly clubs = new Map<PostNo, ClubNo>()
  readonly listed = new Map<PostNo, ListedTies>()
  readonly expiries = new Map<PostNo, Seconds>()
  /** By post; 0 where there is none. */
  authors = new Int32Array(64)
  /** The highest number that a post has had. */
  highest: PostNo = 0

  set(no: PostNo, facts: PostFacts, circleMask: number): void {
    this.delete(no)
    if (no >= this.authors.length) this.authors = grown(this.authors, no + 1)
    this.highest = Math.max(this.highest, no)
    this.authors[no] = facts.author
    const { audience, expires } = facts
    if (expires !== undefined) this.expiries.set(no, expires)
    if (audience.form === 'club') {
      this.clubs.set(no, audience.club)
      this.ofClub.set(audience.club, no, true)
    }
    const listed = listedTies(audience)
    if (listed !== undefined) this.listed.set(no, listed)
    const since = within32(facts.since)
    const at = this.byAuthor.insert(facts.author, this.#placeFor(facts.author, since))
    this.byAuthor.data[at] = since
    this.byAuthor.data[at + 1] = facts.subject ?? 0
    this.byAuthor.data[at + 2] = no
    this.byAuthor.data[at + 3] = packPost(facts, circleMask)
  }

  delete(no: PostNo): void {
    const author = this.authorOf(no)
    if (author === 0) return
    const club = this.clubs.get(no)
    if (club !== undefined) this.ofClub.set(club, no, null)
    this.clubs.delete(no)
    this.listed.delete(no)
    this.expiries.delete(no)
    this.byAuthor.remove(author, (this.recordOf(no) - this.byAuthor.start(author)) / 4)
    this.authors[no] = 0
  }

  /** Whose the post is; 0 if there is none of this number. */
  authorOf(no: PostNo): PersonNo {
    return this.authors[no] ?? 0
  }

  /** The post, or undefined if there is none of this number. O(its author's posts). */
  get(no: PostNo): IndexedPost | undefined {
    const author = this.authorOf(no)
    return author === 0 ? undefined : this.at(author, this.recordOf(no))
  }

  /** Where the record of an existing post begins. O(its author's posts). */
  recordOf(no: PostNo): number {
    const { data } = this.byAuthor
    let at = this.byAuthor.start(this.authorOf(no))
    while (data[at + 2] !== no) at += 4
    return at
  }

  /** The post whose record begins at this word of `byAuthor.data`. */
  at(author: PersonNo, word: number): IndexedPost {
    const { data } = this.byAuthor
    const since = data[word]! >>> 0
    return { no: data[word + 2]!, author, subject: data[word + 1]!, since, word: data[word + 3]! }
  }

  isExpired(no: PostNo, now: Seconds): boolean {
    const expires = this.expiries.get(no)
    return expires !== undefined && now >= expires
  }

  /** Takes the circle out of all its owner's audiences. O(the owner's posts). */
  clearCircle(owner: PersonNo, slot: number): void {
    const { data } = this.byAuthor
    const bit = 1 << (slot + 16)
    const start = this.byAuthor.start(owner)
    for (let at = start; at < start + 4 * this.byAuthor.count(owner); at += 4) data[at + 3]! &= ~bit
  }

  /** Makes these of the author's circles, and no others, part of the audience. O(the author's posts). */
  setCircles(no: PostNo, mask: number): void {
    const { data } = this.byAuthor
    const at = this.recordOf(no) + 3
    data[at] = (data[at]! & ~CIRCLES) | (mask << 16)
  }

  #placeFor(author: PersonNo, since: Seconds): number {
    const { data } = this.byAuthor
    const start = this.byAuthor.start(author)
    let low = 0
    let high = this.byAuthor.count(author)
    while (low < high) {
      const middle = (low + high) >> 1
      if (data[start + 4 * middle]! >>> 0 >= since) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Seconds as they are kept: from 1970 to 2106, what lies beyond at the nearer end. */
function within32(seconds: Seconds): Seconds {
  return Math.max(0, Math.min(LAST_SECOND, seconds))
}

/** The single and excepted ties of an audience, or undefined if there are none. */
export function listedTies(audience: Audience): ListedTies | undefined {
  if (audience.form !== 'ties' || audience.singles.length + audience.excepted.length === 0) return undefined
  return { singles: new Set(audience.singles), excepted: new Set(audience.excepted) }
}
