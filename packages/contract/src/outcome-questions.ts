import { z } from 'zod'
import { Voice } from './recommendations.ts'

/** Whether something helped that I remembered, or whose contact I opened, some time ago. */
export const OutcomeQuestion = z.object({ voice: Voice, because: z.enum(['remembered', 'contact']) })
export type OutcomeQuestion = z.infer<typeof OutcomeQuestion>

/** What I am to be asked, the longest waiting first; no more than a page of them. */
export const OutcomeQuestions = z.object({ questions: z.array(OutcomeQuestion) })
export type OutcomeQuestions = z.infer<typeof OutcomeQuestions>

/** Any other answer than an outcome: ask again after the same time, or never. */
export const AnswerOutcomeQuestion = z.strictObject({ answer: z.enum(['notYet', 'dontAsk']) })
export type AnswerOutcomeQuestion = z.infer<typeof AnswerOutcomeQuestion>
