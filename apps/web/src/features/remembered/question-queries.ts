import type { OutcomeQuestions } from '@kith/contract'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** What I am asked to say of a recommendation that I may have followed. */
export const questionsQuery = queryOptions({
  queryKey: ['outcome-questions'],
  queryFn: ({ signal }) => api.get<OutcomeQuestions>('/me/outcome-questions', { signal }),
})
