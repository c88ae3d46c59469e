import type { SubjectPage } from '@kith/contract'
import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** My network's view of one subject. */
export function subjectQuery(id: string) {
  return queryOptions({
    queryKey: ['subject', id],
    queryFn: ({ signal }) => api.get<SubjectPage>(`/subjects/${id}`, { signal }),
  })
}
