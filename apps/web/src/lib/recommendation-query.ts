import type { ReadRecommendation } from '@kith/contract'
import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** One recommendation as I may see it; of my own, with its audience. */
export function recommendationQuery(id: string) {
  return queryOptions({
    queryKey: ['recommendation', id],
    queryFn: ({ signal }) => api.get<ReadRecommendation>(`/recommendations/${id}`, { signal }),
  })
}
