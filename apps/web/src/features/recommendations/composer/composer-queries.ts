import type {
  AudiencePreview,
  ChangeRecommendation,
  MakeRecommendation,
  PreviewAudience,
  ReadRecommendation,
  Suggestions,
} from '@kith/contract'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { rereadAnswered } from '../../../lib/ask-query.ts'
import { useOwnChanged } from '../recommendation-queries.ts'

/** Subjects of posts that I hear, wrote or was addressed with, while a title is being typed. */
export function suggestionsQuery(typed: string) {
  const q = typed.trim()
  return queryOptions({
    queryKey: ['suggestions', q],
    queryFn: ({ signal }) => api.get<Suggestions>('/subjects/suggest', { signal, query: { q } }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
    select: ({ suggestions }) => suggestions,
  })
}

/** Who would hear it now. */
export function previewQuery(preview: PreviewAudience) {
  return queryOptions({
    queryKey: ['audience', preview],
    queryFn: () => api.post<AudiencePreview>('/audience/preview', preview),
    placeholderData: keepPreviousData,
  })
}

interface Outcome {
  onSent: (sent: ReadRecommendation) => void
  onRefused: (error: unknown) => void
}

/** Sends a recommendation; the same key sent again makes nothing twice. Says how it went also when nobody waits any more. */
export function useRecommend({ onSent, onRefused }: Outcome) {
  const queryClient = useQueryClient()
  const changed = useOwnChanged()
  return useMutation({
    mutationFn: ({ body, key }: { body: MakeRecommendation; key: string }) =>
      api.create<ReadRecommendation>('/recommendations', body, key),
    onSuccess: (sent, { body: { answers } }) => {
      changed()
      if (answers !== undefined) void rereadAnswered(queryClient, answers)
      onSent(sent)
    },
    onError: onRefused,
  })
}

/** Changes the words, the audience or the interest of a recommendation of mine. */
export function useChangeRecommendation(id: string) {
  const changed = useOwnChanged()
  return useMutation({
    mutationFn: (change: ChangeRecommendation) =>
      api.patch<ReadRecommendation>(`/recommendations/${id}`, change),
    onSuccess: changed,
  })
}
