import type { AnswerOutcomeQuestion, SayOutcome } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLater } from '../../ui/use-later.ts'
import { questionsQuery } from './question-queries.ts'

/** Answers the question about a post. It is gone at once, and the answer counts after ten seconds in which it can be undone. */
export function useAnswers(post: string) {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const queryClient = useQueryClient()
  const { queryKey } = questionsQuery
  const answer = (text: string, send: () => Promise<unknown>) =>
    later({
      text,
      act: async () => {
        await send()
        await queryClient.invalidateQueries({ queryKey })
        // What one hears may change with an outcome.
        refetchEverything(queryClient)
      },
      hides: post,
    })
  const say = (outcome: SayOutcome) => () => api.put(`/recommendations/${post}/outcome`, outcome)
  const put = (wish: AnswerOutcomeQuestion) => () =>
    api.post(`/recommendations/${post}/outcome-question`, wish)
  return {
    helped: () => answer(t`Noted. Nobody is told.`, say({ outcome: 'helped' })),
    letDown: () => answer(t`Noted. Nobody is told.`, say({ outcome: 'letDown', sentence: null })),
    notYet: () => answer(t`You are asked again later.`, put({ answer: 'notYet' })),
    dontAsk: () => answer(t`You are not asked about it again.`, put({ answer: 'dontAsk' })),
  }
}
