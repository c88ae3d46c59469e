import type { Askables, MakeAskable, OwnAskable, OwnAskables } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, newKey } from '../../lib/api.ts'

const OWN_KEY = ['me', 'askable']

/** What I can be asked about, the oldest first. */
export const ownAskablesQuery = queryOptions({
  queryKey: OWN_KEY,
  queryFn: ({ signal }) => api.get<OwnAskables>('/me/askable', { signal }),
  select: ({ askables }) => askables,
})

/** What a tie of mine can be asked about by me. */
export function tieAskablesQuery(tie: string) {
  return queryOptions({
    queryKey: ['ties', 'askable', tie],
    queryFn: ({ signal }) => api.get<Askables>(`/ties/${tie}/askable`, { signal }),
    select: ({ askables }) => askables,
  })
}

/** A key for the line about to be said. */
export const newLineKey = newKey

/** Says a new line, or an old one anew. */
export function useSayLine(id: string | undefined, key: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: MakeAskable) =>
      id === undefined
        ? api.create<OwnAskable>('/me/askable', body, key)
        : api.put<OwnAskable>(`/me/askable/${id}`, body),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: OWN_KEY }),
  })
}

/** Takes a line away. */
export function useRemoveLine() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/me/askable/${id}`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: OWN_KEY }),
  })
}
