import type { AnswerCandidacy } from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Notify } from '../changes/news.ts'
import type { Db } from '../database/client.ts'
import type { VoiceReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { tellConcerned } from './candidacy-asking.ts'
import { forgetNews, lockCandidacy, saveAnswer } from './candidacy-store.ts'
import { keepWordsRead, updatePost } from './recommendation-store.ts'

type Changed = (...changes: Change[]) => void
type Question = NonNullable<Awaited<ReturnType<typeof lockCandidacy>>>

export interface CandidacyService {
  /**
   * The candidate's own word on being recommended for a job. With a yes the post begins to travel, as said today; taken back
   * it stops at once. A no is told to nobody. For whoever is not asked, or said no, there is nothing to answer.
   */
  answer(viewer: Viewer, id: string, answer: AnswerCandidacy): Promise<Written<undefined>>
}

export interface CandidacyDeps {
  readonly changes: ChangeWriter
  readonly voices: VoiceReader
  readonly notify: Notify
  readonly now: () => Date
}

export function createCandidacies({ changes, voices, notify, now }: CandidacyDeps): CandidacyService {
  return {
    answer: async (viewer, id, { agreed, asked }) => {
      const { proposal } = orNotFound(await voices.readOne(viewer.no, id))
      return changes.write(async (tx, changed) => {
        const question = orNotFound(await lockCandidacy(tx, { post: proposal.post, person: viewer.no }))
        const at = now()
        if (!agreed) return sayNo(tx, changed, question, at)
        if (question.askedAt.toISOString() !== asked) throw new AppError('question_changed')
        if (question.said !== 'yes') await sayYes(tx, changed, notify, question, at)
        return undefined
      })
    },
  }
}

async function sayYes(tx: Db, changed: Changed, notify: Notify, question: Question, at: Date): Promise<void> {
  const { post, person, author } = question
  await saveAnswer(tx, post, 'yes')
  await updatePost(tx, post, { form: 'ties', createdAt: at, since: at })
  await tellAll(tx, changed, question)
  await notify(tx, changed, { to: [author], reason: 'agreed', post, actor: person, at })
}

async function sayNo(tx: Db, changed: Changed, question: Question, at: Date): Promise<undefined> {
  const { post, person, said } = question
  await keepWordsRead(tx, post, at)
  await saveAnswer(tx, post, 'no')
  await forgetNews(tx, post)
  // Of a no to what nobody else could read, nobody else is told.
  if (said === 'yes') await tellAll(tx, changed, question)
  else changed({ kind: 'addressing', a: post, b: person })
}

async function tellAll(tx: Db, changed: Changed, { post, person }: Question): Promise<void> {
  changed({ kind: 'post', a: post })
  await tellConcerned(tx, changed, { post, people: [person] })
}
