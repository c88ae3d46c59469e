import type { ReadAsk } from '@kith/contract'
import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** One ask that I may see. */
export function askQuery(id: string) {
  return queryOptions({
    queryKey: ['asks', id],
    queryFn: ({ signal }) => api.get<ReadAsk>(`/asks/${id}`, { signal }),
  })
}
