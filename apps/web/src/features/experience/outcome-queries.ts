import type { MyOutcome, SayOutcome, Sentences } from '@kith/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'

const FIRST: string | undefined = undefined

/** What I said of a recommendation that I followed. */
export function outcomeQuery(post: string) {
  return queryOptions({
    queryKey: ['recommendation', post, 'outcome'],
    queryFn: ({ signal }) => api.get<MyOutcome>(`/recommendations/${post}/outcome`, { signal }),
  })
}

/** What was sent back to me about a recommendation of mine, the latest first. */
export function sentencesQuery(post: string) {
  return infiniteQueryOptions({
    queryKey: ['sentences', post],
    queryFn: ({ pageParam, signal }) =>
      api.get<Sentences>(`/recommendations/${post}/sentences`, { signal, query: { cursor: pageParam } }),
    initialPageParam: FIRST,
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  })
}

/** Says how it went. What I hear may change with it, so everything shown is fetched again. */
export function useSayOutcome(post: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (wish: SayOutcome) => api.put<MyOutcome>(`/recommendations/${post}/outcome`, wish),
    onSuccess: (said) => {
      queryClient.setQueryData(outcomeQuery(post).queryKey, said)
      refetchEverything(queryClient)
    },
  })
}

/** Takes back what I said, with all that it moved. */
export function useTakeBackOutcome(post: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete(`/recommendations/${post}/outcome`),
    onSuccess: () => refetchEverything(queryClient),
  })
}
