import type { RememberedPage } from '@kith/contract'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** What I want to find again and may still see, newest first. */
export const rememberedQuery = infiniteQueryOptions({
  queryKey: ['remembered'],
  queryFn: ({ pageParam, signal }) =>
    api.get<RememberedPage>('/remembered', { signal, query: { cursor: pageParam } }),
  initialPageParam: firstCursor(),
  getNextPageParam: ({ cursor }) => cursor ?? undefined,
})

function firstCursor(): string | undefined {
  return undefined
}
