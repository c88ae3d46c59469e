import type {
  MyOutcome,
  Outcome,
  SayOutcome,
  Sentences,
  ShownPerson,
  SubjectKind,
  TieView,
} from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Notify } from '../changes/news.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db, Sql } from '../database/client.ts'
import { keepRecommendation } from '../database/living-recommendations.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { Graph } from '../graph/graph-follower.ts'
import type { VoiceReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import { deleteMovesBy, listMovedBy } from './experience-store.ts'
import {
  findOutcome,
  findPostNo,
  removeOutcome,
  replaceSentence,
  type SaidOutcome,
  saveOutcome,
} from './outcomes-store.ts'
import { readSenders, readSentences, type Sent } from './sentences.ts'
import { type MovedTie, shareOut } from './share-out.ts'
import { type Changed, recount } from './side-moving.ts'

/** What somebody says of a recommendation that he followed: one word a person and recommendation, told to nobody. */
export interface OutcomesService {
  read(viewer: Viewer, post: string): Promise<MyOutcome>
  /** Moves the viewer's own sides and nobody else's; another word replaces the one before, and what that moved. */
  say(viewer: Viewer, post: string, wish: SayOutcome): Promise<Written<MyOutcome>>
  /** Takes back exactly what was moved, and the sentence. Also by somebody who may not see the post any more. */
  takeBack(viewer: Viewer, post: string): Promise<Written<undefined>>
  /** A page of what was sent back to the viewer about a recommendation of his, the latest first. */
  sentences(viewer: Viewer, post: string, cursor: string | undefined): Promise<Sentences>
  /** One by one, how whoever sent a sentence back appears to its author; undefined where there is none any more. */
  senders(author: number, sent: readonly Sent[]): Promise<readonly (ShownPerson | undefined)[]>
}

export interface OutcomesDeps {
  readonly db: Db
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly seal: Seal
  readonly ids: NewIds
  readonly notify: Notify
  readonly now: () => Date
  /** The viewer's live tie with a person. */
  findTieWith(db: Db, owner: number, other: number): Promise<TieView | undefined>
}

export function createOutcomes(deps: OutcomesDeps): OutcomesService {
  const { changes, voices, now } = deps
  const find = async (viewer: Viewer, post: string) => {
    const found = orNotFound(await voices.readOne(viewer.no, post))
    if (found.voice.way === 'own') throw notFound()
    return found
  }
  return {
    read: async (viewer, post) => readOutcome(deps, viewer, (await find(viewer, post)).proposal.post),
    say: async (viewer, id, wish) => {
      const found = await find(viewer, id)
      const { post } = found.proposal
      const ties = await shareOut(deps, viewer, found)
      const saying = { post, kind: found.voice.subject.kind, outcome: wish.outcome, ties, at: now() }
      const sentence = wish.outcome === 'letDown' ? wish.sentence : null
      const word = { person: viewer.no, post, outcome: wish.outcome, sentence, saidAt: saying.at }
      const { position } = await changes.write(async (tx, changed) => {
        await tellAuthor(tx, changed, deps, word)
        const isNew = await saveOutcome(tx, word)
        if (isNew) await moveSides(tx, changed, deps.ids, viewer.no, saying)
        else await replaceSentence(tx, word)
      })
      return { value: await readOutcome(deps, viewer, post), position }
    },
    takeBack: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const post = orNotFound(await findPostNo(tx, id))
        if (!(await removeOutcome(tx, viewer.no, post))) throw notFound()
        await undoAll(tx, changed, viewer.no, post)
        return undefined
      }),
    sentences: async (viewer, id, cursor) => {
      const { voice, proposal } = orNotFound(await voices.readOne(viewer.no, id))
      if (voice.way !== 'own') throw notFound()
      return readSentences(deps, { author: viewer.no, post: proposal.post, cursor })
    },
    senders: (viewer, sent) => readSenders(deps, viewer, sent),
  }
}

interface Saying {
  readonly post: number
  readonly kind: SubjectKind
  readonly outcome: Outcome
  readonly ties: readonly MovedTie[]
  readonly at: Date
}

/** Of the first sentence alone: what he makes of it afterwards is read where it stands. */
async function tellAuthor(
  tx: Db,
  changed: Changed,
  { notify }: OutcomesDeps,
  { person, post, sentence, saidAt }: SaidOutcome,
): Promise<void> {
  const author = orNotFound(await keepRecommendation(tx, post))
  const before = await findOutcome(tx, person, post)
  if (sentence === null || (before && before.sentence !== null)) return
  await notify(tx, changed, { to: [author], reason: 'sentence', post, actor: person, at: saidAt })
}

async function moveSides(
  tx: Db,
  changed: Changed,
  ids: NewIds,
  owner: number,
  { post, kind, outcome, ties, at }: Saying,
): Promise<void> {
  await undoAll(tx, changed, owner, post)
  // In one order for all, so that two writers wait for each other and never both.
  for (const { tie, share, cause } of ties.toSorted((one, other) => one.tie - other.tie)) {
    const moving = { id: ids.dated(), cause, post, kind, outcome, share, movedAt: at }
    await recount(tx, changed, { owner, other: tie }, { moving })
  }
}

/** As if the owner had never said anything of this post. */
async function undoAll(tx: Db, changed: Changed, owner: number, post: number): Promise<void> {
  for (const { other } of await listMovedBy(tx, owner, post)) {
    const side = { owner, other }
    await recount(tx, changed, side, { change: () => deleteMovesBy(tx, side, post) })
  }
}

async function readOutcome(deps: OutcomesDeps, viewer: Viewer, post: number): Promise<MyOutcome> {
  const { db } = deps
  const said = await findOutcome(db, viewer.no, post)
  const moved = (await listMovedBy(db, viewer.no, post)).filter(({ undoneAt }) => undoneAt === null)
  const ties = await Promise.all(moved.map(({ other }) => deps.findTieWith(db, viewer.no, other)))
  return {
    outcome: said?.outcome ?? null,
    sentence: said?.sentence ?? null,
    moved: ties.flatMap((tie) => tie?.person ?? []),
  }
}
