import { hasAnswered } from './world-answered.ts'
import {
  addresseesOf,
  answersTo,
  areMembers,
  askersOf,
  type Facts,
  isHeld,
  type KnownClubInvitation,
  type KnownPost,
  memberOf,
  pairOf,
  tiesOf,
} from './world-facts.ts'

/*
 * The rules of DESIGN section 3 once more, over the facts of a test and as slowly as they read. Nothing here knows the
 * engine, its oracle or the witness check.
 */

/** Whether this viewer may see this post now. */
export function maySee(facts: Facts, viewer: string, post: KnownPost): boolean {
  if (post.gone) return false
  if (post.author === viewer) return true
  if (isOver(facts, viewer, post)) return false
  return (
    chainsOf(facts, viewer, post).length > 0 ||
    isAddressed(facts, viewer, post) ||
    isOfClub(facts, viewer, post)
  )
}

/** Whether it is a living post of the viewer's. */
export function isOwn(_facts: Facts, viewer: string | null, { author, gone }: KnownPost): boolean {
  return author === viewer && !gone
}

/** Subjects on which there is nothing that this viewer may see; null is nobody. */
export function hiddenSubjects(facts: Facts, viewer: string | null): string[] {
  const seen = new Set(
    facts.posts.filter((one) => viewer !== null && maySee(facts, viewer, one)).map(({ subject }) => subject),
  )
  return facts.posts.map(({ subject }) => subject).filter((subject) => !seen.has(subject))
}

/** Every chain along which the post travels to the viewer: viewer first, author last. */
function chainsOf(facts: Facts, viewer: string, post: KnownPost): string[][] {
  if (post.form !== 'ties' || post.gone || isHeld(post)) return []
  const longest = 1 + (post.stays ? 0 : post.onward)
  return walk(facts, [viewer], post.author, longest).filter((chain) => travels(facts, chain, post))
}

function walk(facts: Facts, chain: string[], author: string, left: number): string[][] {
  const last = chain.at(-1) ?? ''
  if (last === author) return [chain]
  if (left === 0) return []
  return tiesOf(facts, last)
    .filter((next) => !chain.includes(next))
    .flatMap((next) => walk(facts, [...chain, next], author, left - 1))
}

function travels(facts: Facts, chain: readonly string[], post: KnownPost): boolean {
  const carriers = chain.slice(1, -1)
  const lastCarrier = chain.at(-2) ?? ''
  return (
    chain.every((one) => chain.every((other) => !isApart(facts, one, other))) &&
    isInAudience(facts, lastCarrier, post) &&
    chain.slice(0, -1).every((one) => !isLeftOut(facts, one, post)) &&
    carriers.every((carrier) => memberOf(facts, carrier).carries)
  )
}

/** Whether somebody is among those of its author's live ties whom something is for. */
export function isInAudience(
  facts: Facts,
  who: string,
  post: Pick<KnownPost, 'author' | 'all' | 'circles' | 'singles' | 'excepted'>,
): boolean {
  if (!facts.ties.has(pairOf(who, post.author)) || post.excepted.includes(who)) return false
  const inCircle = post.circles.some((circle) => facts.circles.get(circle)?.members.has(who))
  return post.all || post.singles.includes(who) || inCircle
}

function isLeftOut(facts: Facts, who: string, post: KnownPost): boolean {
  const pair = pairOf(who, post.author)
  return (facts.ties.has(pair) || facts.ended.has(pair)) && !isInAudience(facts, who, post)
}

function isAddressed(facts: Facts, viewer: string, post: KnownPost): boolean {
  const { author } = post
  const isTied = facts.ties.has(pairOf(viewer, author))
  const isTold = addresseesOf(post).includes(viewer) && isTied
  return (isTold || askersOf(facts, post).includes(viewer)) && !isApart(facts, viewer, author)
}

// What has ended is its author's, and an ask theirs who answered it.
function isOver(facts: Facts, viewer: string, post: KnownPost): boolean {
  return post.expired && !hasAnswered(facts, viewer, post)
}

function isOfClub(facts: Facts, viewer: string, post: KnownPost): boolean {
  return areMembers(facts, post.club, viewer, post.author) && !isApart(facts, viewer, post.author)
}

/** Whether an invitation to a club can be accepted: by a tie of a member's who is not in it. */
export function isWaiting(facts: Facts, { club, from, to, waits }: KnownClubInvitation): boolean {
  const members = facts.clubs.get(club)?.members
  return waits && facts.ties.has(pairOf(from, to)) && members?.has(from) === true && !members.has(to)
}

/** Whether one of the two has blocked the other. */
export function isApart({ blocks }: Facts, one: string, other: string): boolean {
  return blocks.some(({ by, of }) => (by === one && of === other) || (by === other && of === one))
}

/** Whom of the people on things that reach him the viewer may name: "Names". */
export function namesOf(facts: Facts, viewer: string): Set<string> {
  const named = new Set([viewer, ...tiesOf(facts, viewer)])
  for (const post of [...facts.posts, ...facts.asks]) {
    if (isOver(facts, viewer, post)) continue
    for (const chain of chainsOf(facts, viewer, post)) {
      const beyond = chain.slice(1)
      const firstDiscreet = beyond.findIndex((one) => !memberOf(facts, one).open)
      for (const one of firstDiscreet < 0 ? beyond : beyond.slice(0, firstDiscreet)) named.add(one)
    }
    if (maySee(facts, viewer, post) && isOfClub(facts, viewer, post)) named.add(post.author)
  }
  for (const ask of facts.asks.filter(({ author }) => author === viewer))
    for (const { author: helper } of answersTo(facts, ask))
      if (isNamedAcross(facts, helper, ask)) named.add(helper)
  for (const club of facts.clubs.keys())
    for (const other of facts.people.keys())
      if (areMembers(facts, club, viewer, other) && !isApart(facts, viewer, other)) named.add(other)
  return named
}

// Whoever answered is seen along the way of the ask, from its other end.
function isNamedAcross(facts: Facts, helper: string, ask: KnownPost): boolean {
  const ways = chainsOf(facts, helper, ask).map((chain) => chain.slice(0, -1))
  return ways.some((way) => way.length === 1 || way.every((one) => memberOf(facts, one).open))
}

/** By which of the ways that a post may take to this viewer it carries its author's name: by none, by some, or by any. */
function namedOn(facts: Facts, viewer: string, post: KnownPost): 'never' | 'perhaps' | 'always' {
  if (!maySee(facts, viewer, post)) return 'never'
  if (facts.ties.has(pairOf(viewer, post.author))) return 'always'
  const ways = [
    ...chainsOf(facts, viewer, post).map((chain) => chain.slice(1).every((one) => memberOf(facts, one).open)),
    ...(isOfClub(facts, viewer, post) ? [true] : []),
  ]
  if (ways.every(Boolean)) return 'always'
  return ways.some(Boolean) ? 'perhaps' : 'never'
}

/** What asking for somebody's handle shows: his page, a stranger's name, or nothing at all; or one of these, by the witness. */
export function pageOf(
  facts: Facts,
  viewer: string,
  of: string,
): 'page' | 'perhaps' | 'stranger' | 'nothing' {
  if (viewer === of) return 'page'
  if (isApart(facts, viewer, of)) return 'nothing'
  if (facts.ties.has(pairOf(viewer, of))) return 'page'
  const named = facts.posts.filter(({ author }) => author === of).map((post) => namedOn(facts, viewer, post))
  if (named.includes('always')) return 'page'
  if (named.includes('perhaps')) return 'perhaps'
  return memberOf(facts, of).findable ? 'stranger' : 'nothing'
}
