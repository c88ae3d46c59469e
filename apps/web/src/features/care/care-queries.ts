import type { AnswerClosenessQuestion, Care, SaySpoke, TieCare, TieId } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { showToast } from '../../ui/toast.tsx'

/** Whom I could turn to, and whose closeness I am asked for. */
export const careQuery = queryOptions({
  queryKey: ['care'],
  queryFn: ({ signal }) => api.get<Care>('/care', { signal }),
})

/** What I alone know of my side of a tie. */
export function tieCareQuery(tie: TieId) {
  return queryOptions({
    queryKey: ['care', tie],
    queryFn: ({ signal }) => api.get<TieCare>(`/ties/${tie}/care`, { signal }),
  })
}

/** Notes on which day the two of us spoke, today if it is undefined; null: we did not. */
export function useSaySpoke(tie: TieId) {
  return useCareWrite<string | null | undefined>((on) =>
    on === null ? api.delete(`/ties/${tie}/spoke`) : api.put<void>(`/ties/${tie}/spoke`, spoken(on)),
  )
}

function spoken(on: string | undefined): SaySpoke {
  return on === undefined ? {} : { on }
}

/** Answers the yearly question; null takes the answer back. */
export function useAnswerCloseness(tie: TieId) {
  const path = `/ties/${tie}/closeness-question`
  return useCareWrite<AnswerClosenessQuestion['answer'] | null>((answer) =>
    answer === null ? api.delete(path) : api.put<void>(path, { answer }),
  )
}

// What follows is said here and not where it was pressed: that is gone from the page by then.
function useCareWrite<Said>(write: (said: Said) => Promise<void>) {
  const words = useErrorWords()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ said }: { said: Said; done?: () => void }) => write(said),
    onSuccess: (_, { done }) => {
      done?.()
      for (const key of ['care', 'notifications']) void queryClient.invalidateQueries({ queryKey: [key] })
    },
    onError: (error) => showToast({ text: words(error) }),
  })
}
