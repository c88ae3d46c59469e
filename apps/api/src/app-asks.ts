import { selectLinesAbout } from './askable/askable-rows.ts'
import { readAnswerable } from './asks/answerable-reading.ts'
import { type AnswerDeps, createAnswers } from './asks/answers-service.ts'
import { type AskingDirectlyDeps, createAskingDirectly } from './asks/asking-directly.ts'
import { type AskReadingDeps, createAskReading } from './asks/asks-reading.ts'
import { type AskDeps, createAsks } from './asks/asks-service.ts'
import { readKnowing } from './asks/knowing-reading.ts'
import type { Viewer } from './http/context.ts'

/** What people ask their network for, and how it answers. */
export function createAskRooms(
  deps: AskReadingDeps & Omit<AskDeps & AnswerDeps, 'reading'> & AskingDirectlyDeps,
) {
  const { sql } = deps
  const reading = createAskReading(deps)
  return {
    askReading: reading,
    ownAsks: createAsks({ ...deps, reading }),
    answers: createAnswers({ ...deps, reading }),
    askingDirectly: createAskingDirectly(deps),
    answerable: (viewer: Viewer) => readAnswerable(deps, viewer),
    knowing: (viewer: Viewer, ask: string) =>
      readKnowing({ ...deps, linesAbout: (no, kind) => selectLinesAbout(sql, no, kind) }, viewer, ask),
  }
}
