import type { Person } from './api-world.ts'
import type { SoftwarePasskey } from './software-authenticator.ts'
import type { KnownAskLink } from './world-ask-links.ts'
import type { KnownIntroduction, KnownThread } from './world-together.ts'

/** Somebody of the cast and what decides what others may see through him. */
export interface Member {
  readonly key: string
  readonly client: Person
  readonly email: string
  open: boolean
  carries: boolean
  findable: boolean
}

/** What a test knows of a post, in its own words: people by key, circles by their key. */
export interface KnownPost {
  readonly key: string
  readonly author: string
  readonly id: string
  readonly subject: string
  /** Everything that only whoever may see the post may read. */
  readonly words: readonly string[]
  readonly form: 'notebook' | 'ties' | 'club'
  readonly isJob: boolean
  readonly all: boolean
  readonly circles: readonly string[]
  readonly singles: readonly string[]
  readonly excepted: readonly string[]
  readonly onward: 0 | 1 | 2
  readonly stays: boolean
  readonly addressed: string[]
  /** Whom it puts forward for a job, and what he said; nobody where he is gone. */
  candidate: { readonly who: string | null; readonly said: 'yes' | 'no' | null } | null
  readonly club: string | null
  gone: boolean
  expired: boolean
}

/**
 * An ask: for whom it is as with any post, the keys of the recommendations that it was answered with, and of which of them
 * whoever answered may see who asks.
 */
export interface KnownAsk extends KnownPost {
  readonly answers: string[]
  readonly shown: Set<string>
}

/** A line of "you can ask me about …", and whom it is for; its words stand nowhere else. */
export interface KnownAskable extends Pick<KnownPost, 'author' | 'all' | 'circles' | 'singles' | 'excepted'> {
  readonly id: string
  readonly words: string
}

export interface KnownComment {
  readonly id: string
  readonly post: KnownPost
  readonly by: string
  readonly word: string
}

/** What somebody wants to find again, and why: a word that nobody else may read. */
export interface KnownRemembered {
  readonly by: string
  readonly post: KnownPost
  readonly reason: string
}

/** Somebody whom a post let down, with the sentence that he sent back and how it moved his side of a tie. */
export interface KnownLetDown {
  readonly post: KnownPost
  readonly by: string
  readonly sentence: string
  readonly tie: string
  readonly move: string
}

export interface KnownPass {
  readonly id: string
  readonly by: string
  readonly to: string
  readonly post: KnownPost
  readonly sentence: string
}

/** Thanks with words that stand nowhere else, and who stood on their way: whoever thanks first, the author last. */
export interface KnownThanks {
  readonly post: KnownPost
  readonly words: string
  readonly way: readonly string[]
}

export interface OwnCircle {
  readonly owner: string
  readonly id: string
  readonly name: string
  readonly members: Set<string>
}

/** A passkey of somebody's, as his device has it, under a name that stands nowhere else. */
export interface KnownPasskey {
  readonly owner: string
  readonly id: string
  readonly name: string
  readonly device: SoftwarePasskey
}

/** Whom somebody wants to invite, by a name that stands nowhere else. */
export interface KnownToInvite {
  readonly owner: string
  readonly id: string
  readonly name: string
}

/** A club, by the key under which posts name it. */
export interface KnownClub {
  readonly id: string
  readonly name: string
  readonly host: string
  readonly members: ReadonlySet<string>
  /** By which one joins now. */
  readonly code: string | null
}

export interface KnownClubInvitation {
  readonly id: string
  /** The key of the club. */
  readonly club: string
  readonly from: string
  readonly to: string
  /** Whether the one who is invited still sees it. */
  readonly waits: boolean
}

export interface KnownInvitation {
  readonly owner: string
  readonly id: string
  readonly secret: string
  readonly note: string
  readonly enclosed: readonly string[]
  readonly acceptedBy: string | null
  readonly state: 'live' | 'used' | 'revoked' | 'expired'
}

export interface KnownRequest {
  readonly from: string
  readonly to: string
  readonly id: string
  /** Whether the one who was asked still sees it. */
  readonly waits: boolean
}

/** How the world stands, as the test made it: never read from the engine or the tables. */
export interface Facts {
  readonly people: Map<string, Member>
  /** By pair, the id of a tie that lives. */
  readonly ties: Map<string, string>
  /** By pair, the id of a tie that was ended and not renewed. */
  readonly ended: Map<string, string>
  readonly blocks: { readonly by: string; readonly of: string }[]
  readonly circles: Map<string, OwnCircle>
  readonly clubs: Map<string, KnownClub>
  readonly clubInvitations: KnownClubInvitation[]
  readonly posts: KnownPost[]
  readonly asks: KnownAsk[]
  readonly askLinks: KnownAskLink[]
  readonly comments: KnownComment[]
  readonly remembered: KnownRemembered[]
  readonly letDown: KnownLetDown[]
  /** Whom which recommendation helped. */
  readonly helped: { readonly by: string; readonly post: KnownPost }[]
  readonly passes: KnownPass[]
  /** Who wants nothing passed on by whom. */
  readonly closed: { readonly by: string; readonly to: string }[]
  readonly thanks: KnownThanks[]
  readonly askables: KnownAskable[]
  /** By person, the version of his face. */
  readonly faces: Map<string, string>
  readonly threads: KnownThread[]
  readonly introductions: KnownIntroduction[]
  /** Who wants to be brought together for which kind with nobody, as `who kind`. */
  readonly nevers: Set<string>
  /** By id of a post, what its photo shows, in words. */
  readonly pictured: Map<string, string>
  readonly invitations: KnownInvitation[]
  readonly toInvite: KnownToInvite[]
  readonly requests: KnownRequest[]
  /** By person, the id of his session. */
  readonly sessions: Map<string, string>
  readonly passkeys: KnownPasskey[]
  /** What was reported: the ids of the reports, with who made them. */
  readonly reports: { readonly id: string; readonly by: string }[]
}

/** A world in which nobody is. */
export function noFacts(): Facts {
  return {
    people: new Map(),
    ties: new Map(),
    ended: new Map(),
    blocks: [],
    circles: new Map(),
    clubs: new Map(),
    clubInvitations: [],
    posts: [],
    asks: [],
    askLinks: [],
    reports: [],
    comments: [],
    remembered: [],
    letDown: [],
    helped: [],
    passes: [],
    closed: [],
    thanks: [],
    askables: [],
    faces: new Map(),
    threads: [],
    introductions: [],
    nevers: new Set(),
    pictured: new Map(),
    invitations: [],
    toInvite: [],
    requests: [],
    sessions: new Map(),
    passkeys: [],
  }
}

/** Whether it waits for the yes of whom it puts forward: it has an audience that does not see it yet. */
export function isHeld({ candidate }: KnownPost): boolean {
  return candidate !== null && candidate.said !== 'yes'
}

/** Whom it is addressed to, as long as they are ties of its author's. */
export function addresseesOf(post: KnownPost): string[] {
  const { candidate, addressed } = post
  const asked = candidate !== null && candidate.who !== null && candidate.said !== 'no' ? [candidate.who] : []
  return isHeld(post) ? asked : [...addressed, ...asked]
}

/** The two put each other forward no more. */
export function endCandidacies({ posts }: Facts, one: string, other: string): void {
  for (const post of posts)
    if (post.candidate !== null && pairOf(post.author, post.candidate.who ?? '') === pairOf(one, other))
      post.candidate = { who: null, said: null }
}

/** What an ask was answered with and is there still. */
export function answersTo({ posts }: Facts, ask: KnownAsk): KnownPost[] {
  return posts.filter((post) => ask.answers.includes(post.key) && !post.gone)
}

/** Whom a recommendation is addressed to because it answers what they asked. */
export function askersOf(facts: Facts, post: KnownPost): string[] {
  if (isHeld(post)) return []
  return facts.asks.filter((ask) => !ask.gone && ask.answers.includes(post.key)).map(({ author }) => author)
}

/** Whether anybody in a thread may write: of two, as long as they have a tie. */
export function isWritable({ ties }: Facts, { people }: KnownThread): boolean {
  const [one = '', other = ''] = people
  return people.length > 2 || ties.has(pairOf(one, other))
}

export function clubOf({ clubs }: Facts, key: string): KnownClub {
  const club = clubs.get(key)
  if (!club) throw new Error(`expected a club ${key}`)
  return club
}

/** Somebody is in a club from now on. */
export function joined(facts: Facts, key: string, who: string): void {
  const club = clubOf(facts, key)
  facts.clubs.set(key, { ...club, members: new Set([...club.members, who]) })
  const others = facts.clubInvitations.filter((one) => one.club !== key || one.to !== who)
  facts.clubInvitations.splice(0, Infinity, ...others)
}

/** Whether both are members of the club. */
export function areMembers({ clubs }: Facts, club: string | null, one: string, other: string): boolean {
  const members = clubs.get(club ?? '')?.members
  return members !== undefined && members.has(one) && members.has(other)
}

export function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

export function memberOf({ people }: Facts, key: string): Member {
  const member = people.get(key)
  if (!member) throw new Error(`expected ${key} to be in the cast`)
  return member
}

export function tiesOf({ ties, people }: Facts, key: string): string[] {
  return [...people.keys()].filter((other) => ties.has(pairOf(key, other)))
}
