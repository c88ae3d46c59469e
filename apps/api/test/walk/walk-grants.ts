import { isShownTo } from '../world-answered.ts'
import {
  addresseesOf,
  answersTo,
  areMembers,
  askersOf,
  type Facts,
  isHeld,
  type KnownPost,
  type KnownThanks,
  memberOf,
} from '../world-facts.ts'
import { hasIntroduction, namesParty, readsLine } from '../world-introductions.ts'
import { isInAudience, isWaiting } from '../world-rules.ts'
import { isInThread } from '../world-together.ts'
import { isBehindAskLink, isBehindLink } from './walk-links.ts'
import type { Judge } from './walk-oracle.ts'
import type { Secret } from './walk-secrets.ts'
import type { Walked } from './walk-state.ts'

/** One answer to one reader. */
export interface Reading {
  readonly walked: Walked
  readonly judge: Judge
  /** Undefined: nobody is signed in. */
  readonly viewer: string | undefined
  readonly url: string
  /** Whether the engine was past everything that the walk did; if not, what is heard may be late, never what may be seen. */
  readonly caughtUp: boolean
}

/**
 * What an answer may hold, in the words of the design: each says of a secret whether this reader may know it by that rule.
 *
 * `me` (also what one remembers, sent back, thanked and moved, and the clubs that one is in), `sessions`, `passkeys`, `ties`, `circles`, `requests`, `blocked`, `invitations`, `own`: what is the reader's.
 * `seen`, `heard`: posts, by the rule of that name, and whom they let the reader name, or who showed himself with his ask. An address that names a post, a
 * subject or a person lets the answer hold posts of that one alone.
 * `said`: what the reader said below a post, wherever that is now. `comments`: what was said below posts that are seen, and who may be named there. `sentences`: what was sent back to the
 * author of a post. `thanks`: what came back for what is seen, and who is beside the reader on the way.
 * `helpers`: who answered the reader’s asks. `askables`: one's own lines, and those of ties whom they are for.
 * `ask link`: what the bearer of a live link to an ask sees. `guests`: what came by the links of the reader’s asks.
 * `members`: who is in a club of the reader’s and not apart from him. `club invitations`: those that he sent, and to which
 * club a tie wants him. `code`: what the bearer of a good join code sees.
 * `threads`: what was written between the reader and somebody, who are named to each other there.
 * `introductions`: what somebody asked for, was asked for or is offered, with its thread, and whom it names to him.
 * `stranger`: handle and name of a findable handle. `link`: what the bearer of a live link sees.
 */
export type Holding =
  | 'me'
  | 'sessions'
  | 'passkeys'
  | 'ties'
  | 'circles'
  | 'requests'
  | 'blocked'
  | 'invitations'
  | 'own'
  | 'seen'
  | 'heard'
  | 'comments'
  | 'said'
  | 'sentences'
  | 'thanks'
  | 'askables'
  | 'helpers'
  | 'ask link'
  | 'guests'
  | 'members'
  | 'club invitations'
  | 'code'
  | 'threads'
  | 'introductions'
  | 'stranger'
  | 'link'

type Grant = (viewer: string, secret: Secret, reading: Reading) => boolean

const GRANTS: Readonly<Record<Exclude<Holding, 'link' | 'ask link'>, Grant>> = {
  me: (viewer, secret) => {
    if (secret.of === 'reason') return secret.kept.by === viewer
    if (secret.of === 'sentence') return secret.said.by === viewer
    if (secret.of === 'thanks') return secret.thanks.way[0] === viewer
    if (secret.of === 'move') return secret.move.by === viewer
    if (secret.of === 'club') return secret.club.members.has(viewer)
    return secret.of === 'person' && secret.key === viewer
  },
  sessions: (viewer, secret) => secret.of === 'session' && secret.key === viewer,
  passkeys: (viewer, secret) => secret.of === 'passkey' && secret.passkey.owner === viewer,
  ties: (viewer, secret, { judge }) => {
    if (secret.of === 'person') return secret.part !== 'e-mail' && judge.tied(viewer, secret.key)
    return secret.of === 'tie' && !secret.ended && [secret.one, secret.other].includes(viewer)
  },
  circles: (viewer, secret) => secret.of === 'circle' && secret.owner === viewer,
  requests: (viewer, secret, { walked, judge }) => {
    const mine = walked.facts.requests.filter(
      ({ from, to, waits }) => from === viewer || (to === viewer && waits && !judge.apart(from, to)),
    )
    if (secret.of === 'request') return mine.includes(secret.request)
    const isShown = secret.of === 'person' && (secret.part === 'handle' || secret.part === 'name')
    return isShown && mine.some(({ from, to }) => [from, to].includes(secret.key))
  },
  blocked: (viewer, secret, { walked }) =>
    secret.of === 'person' &&
    (secret.part === 'id' || secret.part === 'name') &&
    walked.facts.blocks.some(({ by, of }) => by === viewer && of === secret.key),
  invitations: (viewer, secret, { walked }) => {
    if (secret.of === 'invitation') return secret.invitation.owner === viewer
    if (secret.of === 'to invite') return secret.wanted.owner === viewer
    if (secret.of !== 'post' || secret.part !== 'id') return false
    return walked.facts.invitations.some(
      ({ owner, enclosed }) => owner === viewer && enclosed.includes(secret.post.key),
    )
  },
  own: (viewer, secret) => secret.of === 'post' && secret.post.author === viewer && !secret.post.gone,
  seen: (viewer, secret, reading) => isOfPosts(viewer, secret, reading, sees),
  heard: (viewer, secret, reading) =>
    isOfPosts(viewer, secret, reading, reading.caughtUp ? findsInLists : sees),
  comments: (viewer, secret, reading) => {
    const { walked, judge } = reading
    if (secret.of === 'comment') return mayRead(viewer, secret.comment, reading)
    if (secret.of !== 'person' || secret.part === 'e-mail') return false
    const said = walked.facts.comments.filter((one) => one.by === secret.key && mayRead(viewer, one, reading))
    return said.some(
      ({ post }) =>
        (post.author === viewer && secret.part !== 'face') ||
        judge.namedBetween(viewer, secret.key) ||
        (post.form === 'club' && areMembers(walked.facts, post.club, viewer, secret.key)),
    )
  },
  said: (viewer, secret) =>
    secret.of === 'comment' && secret.part === 'words' && secret.comment.by === viewer,
  sentences: (viewer, secret, { walked, judge, url }) => {
    const sent = walked.facts.letDown.filter(
      ({ post, by }) =>
        post.author === viewer && !judge.apart(viewer, by) && isMeant(walked.facts, url, post),
    )
    if (secret.of === 'sentence') return sent.includes(secret.said)
    if (secret.of !== 'person' || secret.part === 'e-mail') return false
    return sent.some(({ by }) => by === secret.key && judge.namedBetween(viewer, by))
  },
  thanks: (viewer, secret, reading) => {
    const received = reading.walked.facts.thanks.filter((one) => hasReached(viewer, one, reading))
    if (secret.of === 'thanks') return received.includes(secret.thanks)
    if (secret.of !== 'person' || secret.part === 'e-mail') return false
    return received.some(({ way }) => way[way.indexOf(viewer) - 1] === secret.key)
  },
  helpers: (viewer, secret, { walked: { facts }, judge }) => {
    if (secret.of !== 'person' || secret.part === 'e-mail') return false
    const mine = facts.asks.filter(({ author, gone }) => author === viewer && !gone)
    return mine.some((ask) =>
      answersTo(facts, ask).some(
        ({ author }) =>
          author === secret.key &&
          (judge.namedAcross(author, ask) || areMembers(facts, ask.club, viewer, author)),
      ),
    )
  },
  guests: (viewer, secret) =>
    secret.of === 'guest answer' &&
    secret.part !== 'claim' &&
    secret.link.ask.author === viewer &&
    !secret.link.ask.gone,
  askables: (viewer, secret, { walked }) =>
    secret.of === 'askable' &&
    (secret.line.author === viewer || isInAudience(walked.facts, viewer, secret.line)),
  members: (viewer, secret, { walked, judge }) =>
    secret.of === 'person' &&
    secret.part !== 'e-mail' &&
    !judge.apart(viewer, secret.key) &&
    [...walked.facts.clubs.keys()].some((club) => areMembers(walked.facts, club, viewer, secret.key)),
  'club invitations': (viewer, secret, { walked: { facts } }) => {
    const waiting = facts.clubInvitations.filter((one) => one.to === viewer && isWaiting(facts, one))
    if (secret.of === 'club') return secret.part === 'name' && waiting.some(({ club }) => club === secret.key)
    if (secret.of !== 'club invitation') return false
    return secret.invitation.from === viewer || waiting.includes(secret.invitation)
  },
  code: (_viewer, secret, { url }) =>
    secret.of === 'club' &&
    secret.part === 'name' &&
    secret.club.code !== null &&
    url.includes(secret.club.code),
  threads: (viewer, secret, { walked }) => {
    if (secret.of === 'message') return isInThread(secret.thread, viewer)
    if (secret.of !== 'person' || secret.part === 'e-mail') return false
    const mine = walked.facts.threads.filter((thread) => isInThread(thread, viewer))
    return mine.some(({ people }) => people.includes(secret.key))
  },
  introductions: (viewer, secret, { walked: { facts } }) => {
    if (secret.of === 'introduction') return knowsPart(facts, viewer, secret)
    if (secret.of === 'message') {
      const isIts = facts.introductions.some(({ thread }) => thread === secret.thread.id)
      return isIts && isInThread(secret.thread, viewer)
    }
    if (secret.of !== 'person' || secret.part === 'e-mail' || secret.part === 'face') return false
    return facts.introductions.some((made) => namesParty(facts, viewer, secret.key, made))
  },
  stranger: (viewer, secret, { walked, judge, url }) => {
    if (secret.of !== 'person' || (secret.part !== 'handle' && secret.part !== 'name')) return false
    const { client, findable } = memberOf(walked.facts, secret.key)
    return findable && !judge.apart(viewer, secret.key) && url.endsWith(`/${client.me.handle}`)
  },
}

/** Whether an answer that may hold these things may hold this secret. */
export function isGranted(holds: readonly Holding[], secret: Secret, reading: Reading): boolean {
  const { viewer } = reading
  return holds.some((holding) => {
    if (holding === 'link') return isBehindLink(secret, reading)
    if (holding === 'ask link') return isBehindAskLink(secret, reading)
    return viewer !== undefined && GRANTS[holding](viewer, secret, reading)
  })
}

function knowsPart(
  facts: Facts,
  viewer: string,
  { made, part, side }: Extract<Secret, { of: 'introduction' }>,
) {
  if (side !== null) return readsLine(facts, viewer, made, side)
  const isIts = part === 'id' || viewer === made.asker || viewer === made.broker
  return isIts && hasIntroduction(facts, viewer, made)
}

type Rule = (viewer: string, post: KnownPost, reading: Reading) => boolean

function sees(viewer: string, post: KnownPost, { judge }: Reading): boolean {
  return judge.maySee(viewer, post)
}

export function findsInLists(viewer: string, post: KnownPost, { judge, walked }: Reading): boolean {
  // What waits for a yes its candidate is shown where he is asked alone.
  const { facts } = walked
  const isTold = addresseesOf(post).includes(viewer) || askersOf(facts, post).includes(viewer)
  const isOwn = post.author === viewer || (isTold && !isHeld(post))
  return judge.hears(viewer, post) || (isOwn && judge.maySee(viewer, post))
}

function isOfPosts(viewer: string, secret: Secret, reading: Reading, rule: Rule): boolean {
  const { walked, judge } = reading
  if (secret.of === 'post')
    return isMeant(walked.facts, reading.url, secret.post) && rule(viewer, secret.post, reading)
  if (secret.of !== 'person' || secret.part === 'e-mail') return false
  return [...walked.facts.posts, ...walked.facts.asks].some(
    (post) =>
      isMeant(walked.facts, reading.url, post) &&
      (judge.namedOn(viewer, post).has(secret.key) ||
        (secret.key === post.author && secret.part !== 'face' && isShownTo(walked.facts, viewer, post))) &&
      rule(viewer, post, reading),
  )
}

const NAMED_IN_URL = /\/(?:recommendations|subjects|people|asks)\/(?!suggest|waiting|answerable)([^/?]+)/

// An answer about one thing holds nothing of another, but for what looks the same.
function isMeant(facts: Facts, url: string, post: KnownPost): boolean {
  const [, thing] = url.match(NAMED_IN_URL) ?? []
  if (thing === undefined || /\/(?:likeness|knowing)$/.test(url)) return true
  const answers = facts.asks.find(({ id }) => id === thing)?.answers ?? []
  return (
    answers.includes(post.key) ||
    [post.id, post.subject, memberOf(facts, post.author).client.me.handle].includes(thing)
  )
}

function mayRead(
  viewer: string,
  said: { readonly by: string; readonly post: KnownPost },
  reading: Reading,
): boolean {
  const { walked, judge, url } = reading
  return (
    isMeant(walked.facts, url, said.post) && judge.maySee(viewer, said.post) && !judge.apart(viewer, said.by)
  )
}

// Who stands on the way of thanks, has his neighbours there, and is apart from nobody on it.
function hasReached(viewer: string, { post, way }: KnownThanks, { walked, judge }: Reading): boolean {
  const place = way.indexOf(viewer)
  if (place < 1 || !judge.maySee(viewer, post) || way.some((other) => judge.apart(viewer, other)))
    return false
  const isNeighbour = (other: string) =>
    judge.tied(viewer, other) || areMembers(walked.facts, post.club, viewer, other)
  return [way[place - 1], way[place + 1]].every((other) => other === undefined || isNeighbour(other))
}
