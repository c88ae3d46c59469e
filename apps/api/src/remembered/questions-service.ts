import { type AnswerOutcomeQuestion, LIMITS, type OutcomeQuestions } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import { gatherSeen, type SeenDeps } from '../graph/seen-posts.ts'
import type { Viewer } from '../http/context.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import { askAfter } from './question-times.ts'
import { type DueQuestion, listDue, moveQuestion, noteQuestion } from './questions-store.ts'

/** The one who followed a recommendation is asked what became of it, in private and once. */
export interface QuestionService {
  /** What the viewer is to be asked by now, as far as he may see it. */
  list(viewer: Viewer): Promise<OutcomeQuestions>
  /** Puts a question off for as long as the first time, or for ever. */
  answer(viewer: Viewer, post: string, wish: AnswerOutcomeQuestion): Promise<Written<undefined>>
  /** The viewer has looked up the contact in somebody else's recommendation. */
  openContact(viewer: Viewer, post: string): Promise<Written<undefined>>
}

export interface QuestionDeps extends SeenDeps {
  readonly db: Db
  readonly changes: ChangeWriter
}

export function createQuestions(deps: QuestionDeps): QuestionService {
  const { db, changes, voices, now } = deps
  return {
    list: async (viewer) => {
      const due = { now: now() }
      const found = await gatherSeen<DueQuestion>(deps, viewer.no, {
        next: (after, limit) => listDue(db, viewer.no, { ...due, after, limit }),
        wanted: LIMITS.page,
      })
      const questions = found.map(({ row, voice }) => ({
        voice: voice.voice,
        because: row.contactOpened ? ('contact' as const) : ('remembered' as const),
      }))
      return { questions }
    },
    answer: async (viewer, id, { answer }) => {
      const { voice, proposal } = orNotFound(await voices.readOne(viewer.no, id))
      const askAt = answer === 'notYet' ? askAfter(voice.subject.kind, now()) : null
      return changes.write(async (tx) => {
        if (!(await moveQuestion(tx, { viewer: viewer.no, post: proposal.post, askAt }))) throw notFound()
        return undefined
      })
    },
    openContact: async (viewer, id) => {
      const { voice, proposal } = orNotFound(await voices.readOne(viewer.no, id))
      if (voice.way === 'own' || voice.words.contact === null) throw notFound()
      const askAt = askAfter(voice.subject.kind, now())
      return changes.write(async (tx) => {
        const made = { viewer: viewer.no, post: proposal.post, askAt, contactOpened: true }
        if (!(await noteQuestion(tx, made))) throw notFound()
        return undefined
      })
    },
  }
}
