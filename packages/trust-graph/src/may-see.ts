import type { Witness } from './answers.ts'
import { isInAudience, standingOf } from './audience.ts'
import type { PersonNo, Seconds } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { isThere } from './hearing.ts'
import { NumberTable } from './number-table.ts'
import type { IndexedPost } from './post-index.ts'
import { isForClub, onwardOf } from './post-word.ts'
import { isEnded } from './side-word.ts'
import { livingSides } from './tie-sides.ts'
import { viewerHash } from './viewer-hash.ts'

/**
 * Access, which never depends on strengths, pauses or K: whether a viewer may see a post, and why. Of several reasons the
 * first of: own, the chain of fewest ties, addressed, club.
 */
export class MaySee {
  readonly #facts: GraphFacts
  /** The viewer's live ties who could be the first carrier of the post at hand, and its author's who could be the last. */
  readonly #first = new NumberTable()
  readonly #last = new NumberTable()

  constructor(facts: GraphFacts) {
    this.#facts = facts
  }

  /** O(the ties of viewer and author, and those of the ties of one of them, whichever are fewer). */
  witness(viewer: PersonNo, post: IndexedPost, now: Seconds): Witness | undefined {
    const { people, posts, members } = this.#facts
    if (!people.exists(viewer) || !people.exists(post.author)) return undefined
    if (viewer === post.author) return { way: 'own' }
    if (!isThere(this.#facts, post, viewer, now) || people.apart(viewer, post.author)) return undefined
    const chain = isForClub(post.word) ? undefined : this.#anyChain(viewer, post)
    if (chain !== undefined) return { way: 'chain', chain }
    if (isAddressed(this.#facts, viewer, post)) return { way: 'addressed' }
    const club = posts.clubs.get(post.no)
    const shared = club !== undefined && members.has(club, viewer) && members.has(club, post.author)
    return shared ? { way: 'club', club } : undefined
  }

  /** The chain of fewest ties; then of the smaller hash of the last carrier, then of the one before him. */
  #anyChain(viewer: PersonNo, post: IndexedPost): PersonNo[] | undefined {
    const standing = standingOf(this.#facts, post, viewer)
    if (standing === 'in') return [viewer, post.author]
    const onward = onwardOf(post.word)
    if (standing === 'out' || onward === 0) return undefined
    const first = this.#carriersOf(viewer)
    const last = this.#lastCarriers(viewer, post)
    fill(this.#first, first)
    const direct = least(
      viewer,
      last.filter((person) => this.#first.has(person)),
    )
    if (direct !== undefined) return [viewer, direct, post.author]
    if (onward < 2) return undefined
    fill(this.#last, last)
    const pair = this.#tiedPair(viewer, post, first, last)
    return pair && [viewer, ...pair, post.author]
  }

  /** The viewer's live ties who carry and are not apart from him. */
  #carriersOf(viewer: PersonNo): PersonNo[] {
    const { people, ties } = this.#facts
    const carriers: PersonNo[] = []
    for (const { person } of livingSides(ties, viewer)) {
      if (people.carries(person) && !people.apart(person, viewer)) carriers.push(person)
    }
    return carriers
  }

  /** Everybody who may have the post from its author and hand it on, as far as viewer, author and audience decide it. */
  #lastCarriers(viewer: PersonNo, post: IndexedPost): PersonNo[] {
    const { people, ties } = this.#facts
    const { into } = ties
    const start = into.start(post.author)
    const carriers: PersonNo[] = []
    for (let at = start; at < start + 2 * into.count(post.author); at += 2) {
      const person = into.data[at]!
      if (!people.carries(person) || people.apart(person, post.author) || people.apart(person, viewer))
        continue
      if (isInAudience(this.#facts, post, person, into.data[at + 1]!)) carriers.push(person)
    }
    return carriers
  }

  /** The best two carriers who are tied to each other, sought from the side that has fewer ties to look through. */
  #tiedPair(
    viewer: PersonNo,
    post: IndexedPost,
    first: readonly PersonNo[],
    last: readonly PersonNo[],
  ): [PersonNo, PersonNo] | undefined {
    const { from } = this.#facts.ties
    const sides = (people: readonly PersonNo[]) => people.reduce((sum, one) => sum + from.count(one), 0)
    const fromFirst = sides(first) < sides(last)
    const sought = fromFirst ? this.#last : this.#first
    let best: [PersonNo, PersonNo] | undefined
    for (const one of fromFirst ? first : last) {
      const start = from.start(one)
      for (let at = start; at < start + 2 * from.count(one); at += 2) {
        const other = from.data[at]!
        if (!sought.has(other) || isEnded(from.data[at + 1]!)) continue
        const pair: [PersonNo, PersonNo] = fromFirst ? [one, other] : [other, one]
        if (isBefore(viewer, pair, best) && this.#mayPass(post, pair)) best = pair
      }
    }
    return best
  }

  /** Whether the first carrier may have the post from the last. */
  #mayPass(post: IndexedPost, [first, last]: readonly [PersonNo, PersonNo]): boolean {
    const { people } = this.#facts
    if (people.apart(first, last) || people.apart(first, post.author)) return false
    return standingOf(this.#facts, post, first) !== 'out'
  }
}

function fill(table: NumberTable, people: readonly PersonNo[]): void {
  table.clear()
  for (const person of people) table.set(person, 1)
}

/** Of these the one whose hash is the smallest. */
function least(viewer: PersonNo, people: readonly PersonNo[]): PersonNo | undefined {
  const [best] = people
  return (
    best && people.reduce((one, other) => (viewerHash(viewer, other) < viewerHash(viewer, one) ? other : one))
  )
}

function isBefore(
  viewer: PersonNo,
  [first, last]: readonly [PersonNo, PersonNo],
  best: readonly [PersonNo, PersonNo] | undefined,
): boolean {
  if (best === undefined) return true
  const order = viewerHash(viewer, last) - viewerHash(viewer, best[1])
  return order < 0 || (order === 0 && viewerHash(viewer, first) < viewerHash(viewer, best[0]))
}

function isAddressed(facts: GraphFacts, viewer: PersonNo, post: IndexedPost): boolean {
  const as = facts.addressed.get(post.no, viewer)
  return as === 'answer' || (as === 'tie' && areTied(facts, viewer, post.author))
}

function areTied(facts: GraphFacts, one: PersonNo, other: PersonNo): boolean {
  const side = facts.ties.find(one, other)
  return side !== undefined && !isEnded(side)
}
