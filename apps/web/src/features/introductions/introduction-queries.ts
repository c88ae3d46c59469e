import type {
  AnswerIntroduction,
  AskedIntroduction,
  AskIntroduction,
  BringTogether,
  BrokeredIntroduction,
  IntroductionHints,
  Introductions,
  OfferIntroduction,
  SubjectKind,
  TieRequest,
} from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, newKey } from '../../lib/api.ts'

/** What I asked for, what I am asked for, and what is offered to me. */
export const introductionsQuery = queryOptions({
  queryKey: ['introductions'],
  queryFn: ({ signal }) => api.get<Introductions>('/introductions', { signal }),
})

/** Whom I could bring together. */
export const introductionHintsQuery = queryOptions({
  queryKey: ['introductions', 'hints'],
  queryFn: ({ signal }) => api.get<IntroductionHints>('/introductions/hints', { signal }),
  select: ({ hints }) => hints,
})

/** A key for what is about to be asked or brought about. */
export const newIntroductionKey = newKey

function useAfterwards(): () => Promise<unknown> {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      ['introductions', 'notifications'].map((room) => queryClient.invalidateQueries({ queryKey: [room] })),
    )
}

/** Asks a tie of mine to bring me together with somebody. */
export function useAskIntroduction(key: string) {
  return useMutation({
    mutationFn: (wish: AskIntroduction) => api.create<AskedIntroduction>('/introductions', wish, key),
    onSuccess: useAfterwards(),
  })
}

/** Offers two of my ties to each other. */
export function useBringTogether(key: string) {
  return useMutation({
    mutationFn: (wish: BringTogether) =>
      api.create<BrokeredIntroduction>('/introductions/brought', wish, key),
    onSuccess: useAfterwards(),
  })
}

/** Takes what I was asked for to a tie of mine, or to somebody who is not here. */
export function useOffer(id: string) {
  return useMutation({
    mutationFn: (wish: OfferIntroduction) =>
      api.post<BrokeredIntroduction>(`/introductions/${id}/offer`, wish),
    onSuccess: useAfterwards(),
  })
}

export function useAnswer(id: string) {
  return useMutation({ mutationFn: answerWith(id), onSuccess: useAfterwards() })
}

/** Says something to an introduction. */
export function answerWith(id: string) {
  return (answer: AnswerIntroduction['answer']) => api.put(`/introductions/${id}/answer`, { answer })
}

/** Withdraws what I asked for, declines what I am asked for, or takes back what I offered. */
export function useRemove(id: string) {
  const afterwards = useAfterwards()
  return async () => {
    await api.delete(`/introductions/${id}`)
    await afterwards()
  }
}

/** Introductions of a kind may reach me again. */
export function useTakeNeverBack() {
  return useMutation({
    mutationFn: (kind: SubjectKind) => api.delete(`/introductions/never/${kind}`),
    onSuccess: useAfterwards(),
  })
}

/** Asks the one whom I was brought together with for a tie. */
export function useRequestTie(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.create<TieRequest>(`/introductions/${id}/tie-request`, {}, newKey()),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['requests'] }),
  })
}
