import type { Likeness } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'

/** What looks the same as a post of mine. */
export function likenessQuery(post: string) {
  return queryOptions({
    queryKey: ['recommendation', post, 'likeness'],
    queryFn: ({ signal }) => api.get<Likeness>(`/recommendations/${post}/likeness`, { signal }),
  })
}

/** Says whether the two are the same; undefined takes back what was said. A post that moves is shown anew everywhere. */
export function useSayLikeness(post: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ subject, same }: { subject: string; same: boolean | undefined }) => {
      const path = `/recommendations/${post}/likeness/${subject}`
      return same === undefined ? api.delete(path) : api.put(path, { same })
    },
    onSuccess: () => refetchEverything(queryClient),
  })
}
