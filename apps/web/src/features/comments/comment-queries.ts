import type { Comment, Comments } from '@kith/contract'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

// Comments are not announced: whoever has the page open looks again.
const AGAIN_MS = 20_000
const FIRST: string | undefined = undefined

/** What was said below a recommendation, oldest first. */
export function commentsQuery(post: string) {
  return infiniteQueryOptions({
    queryKey: ['comments', post],
    queryFn: ({ pageParam, signal }) =>
      api.get<Comments>(`/recommendations/${post}/comments`, { signal, query: { cursor: pageParam } }),
    initialPageParam: FIRST,
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
    refetchInterval: AGAIN_MS,
    refetchOnWindowFocus: 'always',
  })
}

/** Says something; the same key sent again says it once. */
export function useSayComment(post: string) {
  const again = useCommentsChanged(post)
  return useMutation({
    mutationFn: ({ text, key }: { text: string; key: string }) =>
      api.create<Comment>(`/recommendations/${post}/comments`, { text }, key),
    onSuccess: again,
  })
}

/** Fetches the comments of a post again. */
export function useCommentsChanged(post: string): () => Promise<void> {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: ['comments', post] })
}
