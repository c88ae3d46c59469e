import type { Thanked, ThanksPage, Voice } from '@kith/contract'
import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { changeVoice } from '../../lib/change-voice.ts'

/** What came back to me, newest first. */
export const thanksQuery = infiniteQueryOptions({
  queryKey: ['thanks'],
  queryFn: ({ pageParam, signal }) =>
    api.get<ThanksPage>('/me/thanks', { signal, query: { cursor: pageParam } }),
  initialPageParam: firstCursor(),
  getNextPageParam: ({ cursor }) => cursor ?? undefined,
})

/** Thanks for a post, or takes it back; whatever shows it follows at once. */
export function useThanks(post: string) {
  const queryClient = useQueryClient()
  const path = `/recommendations/${post}/thanks`
  const show = (thanked: Voice['thanked']) => changeVoice(queryClient, post, { thanked })
  return {
    thank: async (words: string | null) => {
      const answer = await api.post<Thanked>(path, { words })
      show({ words })
      return answer
    },
    takeBack: async () => {
      await api.delete(path)
      show(null)
    },
  }
}

function firstCursor(): string | undefined {
  return undefined
}
