import type {
  CaseContent,
  Decide,
  FoundForObjection,
  OpenedCase,
  OperatorCases,
  OperatorOverview,
  Operators,
  SearchForObjection,
} from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const EVERY_MS = 30_000

/** How the house stands, looked at anew while the page is open. */
export const overviewQuery = queryOptions({
  queryKey: ['operator', 'overview'],
  queryFn: ({ signal }) => api.get<OperatorOverview>('/operator', { signal }),
  refetchInterval: EVERY_MS,
})

/** What waits for a decision, the oldest first. */
export const casesQuery = queryOptions({
  queryKey: ['operator', 'cases'],
  queryFn: ({ signal }) => api.get<OperatorCases>('/operator/cases', { signal }),
  select: ({ cases }) => cases,
  refetchInterval: EVERY_MS,
})

/** Who runs the house. */
export const operatorsQuery = queryOptions({
  queryKey: ['operator', 'operators'],
  queryFn: ({ signal }) => api.get<Operators>('/operator/operators', { signal }),
  select: ({ operators }) => operators,
})

/** What a case is about, while it is open to me. Nothing of it is kept once the page shows it no more. */
export function contentQuery(id: string) {
  return queryOptions({
    queryKey: ['operator', 'content', id],
    queryFn: ({ signal }) => api.get<CaseContent>(`/operator/cases/${id}/content`, { signal }),
    gcTime: 0,
  })
}

export function useOpenCase(id: string) {
  return useOperating((why: string) => api.post<OpenedCase>(`/operator/cases/${id}/looks`, { why }))
}

export function useSearch(id: string) {
  return useOperating((wish: SearchForObjection) =>
    api.post<FoundForObjection>(`/operator/cases/${id}/search`, wish),
  )
}

export function useDecide(id: string) {
  return useOperating((wish: Decide) => api.post(`/operator/cases/${id}/decision`, wish))
}

export function useNameOperator() {
  return useOperating((handle: string) =>
    api.put<Operators>(`/operator/operators/${encodeURIComponent(handle)}`, undefined),
  )
}

export function useTakeBackOperator() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (handle: string) => api.delete(`/operator/operators/${encodeURIComponent(handle)}`),
    onSuccess: () =>
      Promise.all(['operator', 'me'].map((key) => queryClient.invalidateQueries({ queryKey: [key] }))),
  })
}

function useOperating<Wish, Answer>(mutationFn: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['operator'] }),
  })
}
