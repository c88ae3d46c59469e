import { type AnswersToMe, LIMITS, type ReadAsk } from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Notify } from '../changes/news.ts'
import type { Db, Sql } from '../database/client.ts'
import type { CheckedAsk } from '../graph/ask-presentation.ts'
import type { Graph } from '../graph/graph-follower.ts'
import type { AskReader, VoiceReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { keepHistory } from '../posts/audience-history.ts'
import {
  countAnswers,
  deleteAnswer,
  insertAnswer,
  lockAnswering,
  lockOpen,
  type Said,
  showAsker,
} from './answer-store.ts'
import { findAnswered, type KnownAnswer, readAnswers } from './answers-reading.ts'
import { lockAsk } from './ask-store.ts'
import type { AskReading } from './asks-reading.ts'

/** Answers to asks: recommendations of the helper's own, addressed to whoever asks, and to nobody else on that account. */
export interface AnswerService {
  /** What the viewer's own ask was answered with. For anybody else there is no such list. */
  list(viewer: Viewer, ask: string): Promise<AnswersToMe>
  /** Of these recommendations those that answer an ask of the viewer's, with who answered. */
  known(viewer: number, posts: readonly number[]): Promise<readonly KnownAnswer[]>
  /** Answers an open ask that the viewer may see with a recommendation of his; doing it twice is doing it once. */
  give(viewer: Viewer, ask: string, post: string): Promise<Written<ReadAsk>>
  /** The number of an open ask that the viewer may answer; refused as by `give`. */
  find(viewer: Viewer, ask: string): Promise<number>
  /** Answers it inside a transaction in which the recommendation may be new. */
  add(tx: Db, changed: Changed, given: { viewer: Viewer; ask: number; post: string }): Promise<void>
  /** Lets whoever answered the viewer's ask with this see who asks, or not any more. */
  show(viewer: Viewer, ask: string, post: string, shown: boolean): Promise<Written<undefined>>
  /** Takes it back at once, as if it had never been. */
  withdraw(viewer: Viewer, ask: string, post: string): Promise<Written<undefined>>
}

export interface AnswerDeps {
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly graph: Graph
  readonly asks: AskReader
  readonly voices: VoiceReader
  readonly reading: AskReading
  readonly notify: Notify
  readonly now: () => Date
}

type Changed = (...changes: Change[]) => void

export function createAnswers(deps: AnswerDeps): AnswerService {
  const { asks, changes, reading, notify, now } = deps
  const find: AnswerService['find'] = async (viewer, id) => {
    const { ask, proposal } = orNotFound(await asks.readOne(viewer.no, id))
    refuseAsk(ask)
    return proposal.post
  }
  const add: AnswerService['add'] = async (tx, changed, { viewer, ask, post }) => {
    const at = now()
    const said = orNotFound(await lockAnswering(tx, viewer.no, post))
    refuseSaid(said)
    const asker = await lockOpen(tx, ask, at)
    if (asker === undefined) throw new AppError('ask_over')
    const isNew = await keepHistory(tx, { post: said.no, at }, () =>
      insertAnswer(tx, { ask, post: said.no, at }),
    )
    if (!isNew) return
    await refuseTooMany(tx, ask, viewer.no)
    changed({ kind: 'addressing', a: said.no, b: asker }, { kind: 'answer', a: ask, b: viewer.no })
    await notify(tx, changed, { to: [asker], reason: 'answered', post: said.no, actor: viewer.no, at })
  }
  return {
    list: async (viewer, id) => {
      const { ask, proposal } = orNotFound(await asks.readOne(viewer.no, id))
      if (ask.way !== 'own') throw notFound()
      return { answers: [...(await readAnswers(deps, { asker: viewer.no, ask: proposal.post }))] }
    },
    known: (viewer, posts) => findAnswered(deps, viewer, posts),
    give: async (viewer, id, post) => {
      const ask = await find(viewer, id)
      const { position } = await changes.write((tx, changed) => add(tx, changed, { viewer, ask, post }))
      return { value: await reading.read(viewer, id), position }
    },
    find,
    add,
    show: (viewer, id, post, shown) =>
      changes.write(async (tx, changed) => {
        const { post: own } = orNotFound(await lockAsk(tx, viewer.no, id))
        const helper = orNotFound(await showAsker(tx, { ask: own.no, post, shown }))
        changed({ kind: 'answer', a: own.no, b: helper })
        return undefined
      }),
    withdraw: (viewer, id, post) =>
      changes.write(async (tx, changed) => {
        const said = orNotFound(await lockAnswering(tx, viewer.no, post))
        const gone = await keepHistory(tx, { post: said.no, at: now() }, () =>
          deleteAnswer(tx, { ask: id, post: said.no }),
        )
        const { ask, asker } = orNotFound(gone)
        changed({ kind: 'addressing', a: said.no, b: asker }, { kind: 'answer', a: ask, b: viewer.no })
        return undefined
      }),
  }
}

function refuseAsk({ way, isOver }: CheckedAsk['ask']): void {
  if (way === 'own') throw new AppError('ask_of_own')
  if (isOver) throw new AppError('ask_over')
}

/** What somebody else is to read must be said whole, and an offer has a lane of its own. */
function refuseSaid({ form, interest, why }: Said): void {
  if (form === 'held') throw new AppError('waits_for_yes')
  if (interest === 'paid') throw new AppError('offer_is_no_answer')
  const fields = [
    ...(why === null ? [{ path: 'words.why', message: 'is needed' }] : []),
    ...(interest === null ? [{ path: 'interest', message: 'is needed' }] : []),
  ]
  if (fields.length > 0) throw new AppError('invalid_input', { fields })
}

async function refuseTooMany(tx: Db, ask: number, helper: number): Promise<void> {
  if ((await countAnswers(tx, ask, helper)) > LIMITS.answersPerAsk) throw new AppError('too_many_answers')
}
