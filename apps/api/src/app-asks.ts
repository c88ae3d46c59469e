import { type AnswerDeps, createAnswers } from './asks/answers-service.ts'
import { type AskReadingDeps, createAskReading } from './asks/asks-reading.ts'
import { type AskDeps, createAsks } from './asks/asks-service.ts'

/** What people ask their network for, and how it answers. */
export function createAskRooms(deps: AskReadingDeps & Omit<AskDeps & AnswerDeps, 'reading'>) {
  const reading = createAskReading(deps)
  return {
    askReading: reading,
    ownAsks: createAsks({ ...deps, reading }),
    answers: createAnswers({ ...deps, reading }),
  }
}
