import type {
  AnswerableAsks,
  AnswersToMe,
  Ask,
  AskResult,
  ChangeAsk,
  MakeAsk,
  OwnAsks,
  OwnRecommendation,
  OwnRecommendations,
  PersonId,
  PostId,
  ReadAsk,
  WhoCouldKnow,
} from '@kith/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { changeAsk } from '../../lib/change-voice.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'

/** My own asks, those that are open first. */
export const ownAsksQuery = infiniteQueryOptions({
  queryKey: ['asks', 'own'],
  queryFn: ({ pageParam, signal }) =>
    api.get<OwnAsks>('/asks', { signal, query: { cursor: pageParam ?? undefined } }),
  initialPageParam: firstCursor(),
  getNextPageParam: ({ cursor }) => cursor,
})

function firstCursor(): string | null {
  return null
}

/** Open asks that I hear and could answer, those of which I know something first. */
export const answerableAsksQuery = queryOptions({
  queryKey: ['asks', 'answerable'],
  queryFn: ({ signal }) => api.get<AnswerableAsks>('/asks/answerable', { signal }),
  select: ({ asks }) => asks,
})

/** What an ask of mine was answered with. */
export function answersQuery(id: string) {
  return queryOptions({
    queryKey: ['asks', id, 'answers'],
    queryFn: ({ signal }) => api.get<AnswersToMe>(`/asks/${id}/answers`, { signal }),
    select: ({ answers }) => answers,
  })
}

/** Who of my ties could know what I ask. */
export function knowingQuery(id: string) {
  return queryOptions({
    queryKey: ['asks', id, 'knowing'],
    queryFn: ({ signal }) => api.get<WhoCouldKnow>(`/asks/${id}/knowing`, { signal }),
    select: ({ knowing }) => knowing,
  })
}

/** Puts an ask of mine to a tie directly, or takes that back. */
export function useAskDirectly(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ person, asked }: { person: PersonId; asked: boolean }) => {
      const path = `/asks/${id}/asked/${person}`
      return asked ? api.put<void>(path, {}) : api.delete(path)
    },
    onSuccess: () => queryClient.invalidateQueries(knowingQuery(id)),
  })
}

/** Lets whoever answered with this see who asks, or takes that back. */
export function useShowMyself(id: string, answer: PostId) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (shown: boolean) => {
      const path = `/asks/${id}/answers/${answer}/shown`
      return shown ? api.put<void>(path, {}) : api.delete(path)
    },
    onSuccess: () => queryClient.invalidateQueries(answersQuery(id)),
  })
}

/** All that I recommend, to answer with. */
export const answerableQuery = queryOptions({
  queryKey: ['own', 'answerable'],
  queryFn: async ({ signal }) => {
    const all: OwnRecommendation[] = []
    let cursor: string | undefined
    do {
      const page = await api.get<OwnRecommendations>('/recommendations', { signal, query: { cursor } })
      all.push(...page.recommendations)
      cursor = page.cursor ?? undefined
    } while (cursor !== undefined)
    return all
  },
})

function useAskDeed<Wish, Answer>(deed: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn: deed, onSuccess: () => refetchEverything(queryClient) })
}

/** Asks; the same key sent again asks nothing twice. */
export function useAsk(key: string) {
  return useAskDeed((body: MakeAsk) => api.create<ReadAsk>('/asks', body, key))
}

export function useChangeAsk(id: string) {
  return useAskDeed((change: ChangeAsk) => api.patch<ReadAsk>(`/asks/${id}`, change))
}

export function useCloseAsk(id: string) {
  return useAskDeed((result: AskResult) => api.put<ReadAsk>(`/asks/${id}/result`, result))
}

export function useReopenAsk(id: string) {
  return useAskDeed(() => api.delete(`/asks/${id}/result`))
}

export function useRemoveAsk() {
  return useAskDeed((id: string) => api.delete(`/asks/${id}`))
}

/** Answers with a recommendation of mine that is there already. */
export function useAnswer({ post: ask }: Pick<Ask, 'post'>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (post: PostId) => api.put<ReadAsk>(`/asks/${ask}/answers/${post}`, {}),
    onSuccess: ({ ask: { answered } }) => {
      changeAsk(queryClient, ask, { answered })
      refetchEverything(queryClient)
    },
  })
}

export function useWithdrawAnswer({ post: ask, answered }: Pick<Ask, 'post' | 'answered'>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (post: PostId) => api.delete(`/asks/${ask}/answers/${post}`),
    onSuccess: (_done, post) => {
      changeAsk(queryClient, ask, { answered: answered.filter((one) => one !== post) })
      refetchEverything(queryClient)
    },
  })
}
