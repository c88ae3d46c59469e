import type { AnswerOutcomeQuestion, SayOutcome } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'
import { undoable } from '../../lib/undoable.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { questionsQuery } from './question-queries.ts'

const UNDO_MS = 10_000

/** Answers the question about a post. It is gone at once, and the answer counts after ten seconds in which it can be undone. */
export function useAnswers(post: string) {
  const { t } = useLingui()
  const words = useErrorWords()
  const queryClient = useQueryClient()
  const { queryKey } = questionsQuery
  const again = () => {
    void queryClient.invalidateQueries({ queryKey })
  }
  const answer = (text: string, send: () => Promise<unknown>) => {
    queryClient.setQueryData(
      queryKey,
      (before) => before && { questions: before.questions.filter(({ voice }) => voice.post !== post) },
    )
    const { takeEffect, undo } = undoable(() => {
      send().then(
        // What one hears may change with an outcome.
        () => refetchEverything(queryClient),
        (error: unknown) => {
          showToast({ text: words(error) })
          again()
        },
      )
    })
    const takeBack = () => {
      undo()
      again()
    }
    showToast({
      text,
      durationMs: UNDO_MS,
      onGone: takeEffect,
      action: [{ label: t`Undo`, onPress: takeBack }],
    })
  }
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
