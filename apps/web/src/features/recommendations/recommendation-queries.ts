import type { AudienceHistory, AudiencePreview, History, Why } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** How a post reached me. */
export function whyQuery(room: 'recommendations' | 'asks', id: string) {
  return queryOptions({
    queryKey: ['why', id],
    queryFn: ({ signal }) => api.get<Why>(`/${room}/${id}/why`, { signal }),
  })
}

/** Earlier words of a post, newest first. */
export function historyQuery(id: string) {
  return queryOptions({
    queryKey: ['recommendation', id, 'history'],
    queryFn: ({ signal }) => api.get<History>(`/recommendations/${id}/history`, { signal }),
  })
}

/** Who can see a post of mine now. */
export function whoCanSeeQuery(id: string) {
  return queryOptions({
    queryKey: ['audience', 'of', id],
    queryFn: ({ signal }) => api.get<AudiencePreview>(`/recommendations/${id}/audience`, { signal }),
  })
}

/** Whom I let in and out of a post of mine, the latest first. */
export function audienceHistoryQuery(id: string) {
  return queryOptions({
    queryKey: ['audience', 'changes', id],
    queryFn: ({ signal }) => api.get<AudienceHistory>(`/recommendations/${id}/audience/history`, { signal }),
  })
}

/** Refetches what shows recommendations of my own. */
export function useOwnChanged(): () => void {
  const queryClient = useQueryClient()
  return () => {
    for (const room of ['own', 'subject', 'person', 'recommendation', 'audience']) {
      void queryClient.invalidateQueries({ queryKey: [room] })
    }
  }
}

/** Takes a recommendation of mine away, for everybody and at once. */
export function useDeleteRecommendation() {
  const changed = useOwnChanged()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/recommendations/${id}`),
    onSuccess: changed,
  })
}
