import type {
  Ask,
  CareReasonKind,
  ClubInvitation,
  IntroductionId,
  PostId,
  Season,
  ShownPerson,
  ShownTie,
  ThreadId,
  TieView,
  Voice,
} from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { hearFound } from '../graph/found-posts.ts'
import type { Graph } from '../graph/graph-follower.ts'
import type { CheckedVoice } from '../graph/voice-presentation.ts'
import { seconds, type VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { Line } from './notification-groups.ts'
import { selectTold, type Told } from './notification-rows.ts'

// Of what the engine says is heard so much is checked and loaded: more than is kept of anything that happened.
const MOST_POSTS = 400
const NO_TOPIC = { subject: null, club: null, ask: null, post: null, thread: null }

/** Something that a tie addressed or passed on to the viewer, or asks him about, and that he may see now. */
interface SentItem {
  readonly row: { readonly reason: string; readonly post: number; readonly sender: number }
  readonly from: ShownTie
  readonly voice: Voice
}

interface Answered {
  readonly post: number
  readonly ask: { readonly post: PostId; readonly title: string }
  readonly person: ShownPerson
}

export interface NotificationDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly now: () => Date
  /** The tie whose first offers wait for the viewer's yes or no, and since when. */
  readonly offersQuestion: (viewer: number) => Promise<{ tie: TieView; since: Date } | null>
  /** What of these posts stands under "for me". */
  readonly sentTo: (viewer: number, posts: readonly number[]) => Promise<readonly SentItem[]>
  /** By its number, how the writer of each comment appears; those that its reader may not read are left out. */
  readonly commenters: (
    proposals: readonly Proposal[],
    comments: readonly number[],
  ) => Promise<ReadonlyMap<number, ShownPerson>>
  /** By its number, how each of those who thank appears; what the viewer may not know of is left out. */
  readonly thankers: (viewer: number, thanks: readonly number[]) => Promise<ReadonlyMap<number, ShownPerson>>
  /** Of these recommendations those that answer an ask of the viewer's, with that ask and whoever answered. */
  readonly answered: (viewer: number, posts: readonly number[]) => Promise<readonly Answered[]>
  /** The open asks that ties put to the viewer directly. */
  readonly askedOf: (viewer: number) => Promise<readonly { from: ShownTie; ask: Ask; at: Date }[]>
  /** One by one, how whoever sent a sentence back appears to its author; undefined where there is none any more. */
  readonly senders: (
    author: number,
    sent: readonly { readonly post: number; readonly person: number }[],
  ) => Promise<readonly (ShownPerson | undefined)[]>
  /** The clubs that ties of the viewer's want him in. */
  readonly invitedTo: (viewer: number) => Promise<readonly ClubInvitation[]>
  /** Introductions that wait for the viewer, and what came of them. */
  readonly introductions: (viewer: number) => Promise<
    readonly {
      reason: 'introduce' | 'bringing' | 'found' | 'introduced'
      introduction: IntroductionId
      person: ShownPerson
      at: Date
    }[]
  >
  /** In which threads somebody else wrote what the viewer has not read. */
  readonly unreadThreads: (
    viewer: number,
  ) => Promise<readonly { thread: ThreadId; person: ShownPerson; at: Date }[]>
  /** The viewer's own asks that somebody answered by their link, and when that was last. */
  readonly answeredByLink: (
    viewer: number,
  ) => Promise<readonly { ask: { post: PostId; title: string }; at: Date }[]>
  /** Whom the viewer could turn to this week. */
  readonly careNudge: (
    viewer: number,
  ) => Promise<{ person: ShownPerson; reason: CareReasonKind; at: Date } | null>
  /** What the operator did last that the viewer is told of. */
  readonly operatorNews: (
    viewer: number,
  ) => Promise<readonly { reason: 'report' | 'look'; person: ShownPerson; at: Date }[]>
  /** The letter of the last season, while it waits to be opened. */
  readonly letterWaiting: (
    viewer: number,
  ) => Promise<{ person: ShownPerson; season: Season; at: Date } | null>
}

/** Everything that there is to tell the viewer now: what he hears, wrote or was addressed with, with names as always. */
export async function readLines(deps: NotificationDeps, viewer: number): Promise<Line[]> {
  const told = await selectTold(deps.sql, viewer, deps.now())
  const { sent = [], answered = [], said = [] } = Object.groupBy(told, kindOf)
  return [
    ...(await readSent(deps, viewer, sent)),
    ...(await readAnswered(deps, viewer, answered)),
    ...(await readSaid(deps, viewer, said)),
    ...(await askAboutOffers(deps, viewer)),
    ...(await deps.invitedTo(viewer)).map(toInvitation),
    ...(await deps.askedOf(viewer)).map(toSought),
    ...(await readIntroductions(deps, viewer)),
    ...(await readUnread(deps, viewer)),
    ...(await readGuests(deps, viewer)),
    ...(await readNudge(deps, viewer)),
    ...(await readLetter(deps, viewer)),
    ...(await readOperator(deps, viewer)),
  ]
}

function kindOf({ reason }: Told): 'sent' | 'answered' | 'said' {
  if (reason === 'answered') return reason
  return reason === 'addressed' || reason === 'passed' || reason === 'asked' ? 'sent' : 'said'
}

/** What the viewer's asks were answered with. */
async function readAnswered(deps: NotificationDeps, viewer: number, told: readonly Told[]): Promise<Line[]> {
  const heard = await checkPosts(deps, viewer, told)
  const answered = await deps.answered(viewer, [...heard.keys()])
  const byPost = new Map(answered.map((one) => [one.post, one]))
  return told.flatMap(({ post, at }): Line[] => {
    const known = byPost.get(post)
    const voice = heard.get(post)?.voice
    if (known === undefined || voice === undefined) return []
    const { ask, person } = known
    return [{ ...NO_TOPIC, ask, reason: 'answered', person, post: voice.post, at: at.toISOString() }]
  })
}

/** What stands under "for me". */
async function readSent(
  { sentTo }: NotificationDeps,
  viewer: number,
  told: readonly Told[],
): Promise<Line[]> {
  const items = await sentTo(
    viewer,
    told.map(({ post }) => post),
  )
  const byKey = new Map(items.map((item) => [keyOf(item.row), item]))
  return told.flatMap(({ reason, post, actor, at }): Line[] => {
    const item = byKey.get(keyOf({ reason, post, sender: actor }))
    if (item === undefined) return []
    const { from, voice } = item
    const { post: id, subject } = voice
    return [{ ...NO_TOPIC, subject, reason, person: from, post: id, at: at.toISOString() }]
  })
}

function keyOf({ reason, post, sender }: SentItem['row']): string {
  return `${reason} ${post} ${sender}`
}

/** What others said about the viewer's posts and subjects. */
async function readSaid(deps: NotificationDeps, viewer: number, told: readonly Told[]): Promise<Line[]> {
  const heard = await checkPosts(deps, viewer, told)
  const writers = await deps.commenters(
    [...heard.values()].map(({ proposal }) => proposal),
    told.flatMap(({ comment }) => comment ?? []),
  )
  const thankers = await deps.thankers(
    viewer,
    told.flatMap(({ thanks }) => thanks ?? []),
  )
  const senders = await readSenders(deps, viewer, told)
  const whoDid = (one: Told): ShownPerson | undefined => {
    const { reason, comment, thanks, post } = one
    if (reason === 'sentence') return senders.get(one)
    if (reason === 'agreed') return whoAgreed(heard.get(post)?.voice)
    if (thanks !== null) return thankers.get(thanks)
    return comment === null ? heard.get(post)?.voice.person : writers.get(comment)
  }
  return told.flatMap((one) => toLine(one, heard.get(one.post), whoDid(one)))
}

function whoAgreed(voice: Voice | undefined): ShownPerson | undefined {
  return voice?.candidate?.agreed ? voice.candidate.person : undefined
}

async function readSenders(deps: NotificationDeps, author: number, told: readonly Told[]) {
  const sent = told.filter(({ reason }) => reason === 'sentence')
  const shown = await deps.senders(
    author,
    sent.map(({ post, actor }) => ({ post, person: actor })),
  )
  return new Map(sent.map((one, at) => [one, shown[at]]))
}

async function checkPosts(
  { graph, voices, now }: NotificationDeps,
  viewer: number,
  told: readonly Told[],
): Promise<ReadonlyMap<number, CheckedVoice>> {
  const posts = [...new Map(told.map((one) => [one.post, one])).values()]
  const propose = () =>
    hearFound(graph.engine, viewer, posts, seconds(now()))
      .slice(0, MOST_POSTS)
      .map(({ post, witness, from }, card): Proposal => ({ viewer, post, card, witness, from }))
  const found = await voices.search({ propose, heardOnly: true, perCard: 1 })
  return new Map(found.voices.map((one) => [one.proposal.post, one]))
}

function toLine(
  { reason, at }: Told,
  heard: CheckedVoice | undefined,
  person: ShownPerson | undefined,
): Line[] {
  if (heard === undefined || person === undefined) return []
  const { post, subject } = heard.voice
  return [{ ...NO_TOPIC, subject, reason, person, post, at: at.toISOString() }]
}

function toInvitation({ club: { name }, from, made }: ClubInvitation): Line {
  return { ...NO_TOPIC, club: { name }, reason: 'club', person: from, at: made }
}

function toSought({ from, ask, at }: { from: ShownTie; ask: Ask; at: Date }): Line {
  const { post, wish } = ask
  const about = { post, title: wish.title }
  return { ...NO_TOPIC, ask: about, reason: 'sought', person: from, post, at: at.toISOString() }
}

async function askAboutOffers({ offersQuestion }: NotificationDeps, viewer: number): Promise<Line[]> {
  const asked = await offersQuestion(viewer)
  if (asked === null) return []
  const { tie, since } = asked
  return [{ ...NO_TOPIC, reason: 'offer', person: tie.person, at: since.toISOString() }]
}

async function readIntroductions({ introductions }: NotificationDeps, viewer: number): Promise<Line[]> {
  const news = await introductions(viewer)
  return news.map(({ at, ...line }) => ({ ...NO_TOPIC, ...line, at: at.toISOString() }))
}

// They have no rows: what is read is told no more.
async function readUnread({ unreadThreads }: NotificationDeps, viewer: number): Promise<Line[]> {
  const threads = await unreadThreads(viewer)
  return threads.map(({ thread, person, at }) => ({
    ...NO_TOPIC,
    reason: 'wrote',
    person,
    thread,
    at: at.toISOString(),
  }))
}

// Whoever answers by a link is nobody that Kith knows.
async function readGuests({ answeredByLink }: NotificationDeps, viewer: number): Promise<Line[]> {
  const answered = await answeredByLink(viewer)
  return answered.map(({ ask, at }) => ({
    ...{ ...NO_TOPIC, reason: 'guest', person: { shown: 'somebody' }, ask },
    at: at.toISOString(),
  }))
}

async function readNudge({ careNudge }: NotificationDeps, viewer: number): Promise<Line[]> {
  const nudge = await careNudge(viewer)
  if (nudge === null) return []
  const { person, reason, at } = nudge
  return [{ ...NO_TOPIC, reason: 'care', person, care: reason, at: at.toISOString() }]
}

async function readLetter({ letterWaiting }: NotificationDeps, viewer: number): Promise<Line[]> {
  const waiting = await letterWaiting(viewer)
  if (waiting === null) return []
  const { person, season, at } = waiting
  return [{ ...NO_TOPIC, reason: 'letter', person, letter: season, at: at.toISOString() }]
}

async function readOperator({ operatorNews }: NotificationDeps, viewer: number): Promise<Line[]> {
  const news = await operatorNews(viewer)
  return news.map(({ at, ...line }) => ({ ...NO_TOPIC, ...line, at: at.toISOString() }))
}
