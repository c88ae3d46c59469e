import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { codeOf, passesByItself } from './api-error.ts'

const RETRIES = 2
const SOON_MS = 300

/** What was fetched stays until live says that it changed; only what passes by itself is tried again. */
export function createQueryClient(): QueryClient {
  // Whatever learns that the session is over shows the door.
  const onError = (error: unknown) => {
    if (codeOf(error) === 'signed_out') queryClient.setQueryData(['me'], null)
  }
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: true,
        // Without a network one is told so, and not left waiting.
        networkMode: 'always',
        retry: (failures, error) => navigator.onLine && failures < RETRIES && passesByItself(error),
      },
      mutations: { networkMode: 'always' },
    },
  })
  return queryClient
}

/** Waits until nothing is on its way any more, or for a moment that nobody minds. */
export async function fetchedSoon(queryClient: QueryClient): Promise<void> {
  const isFetched = () => queryClient.isFetching() === 0
  if (isFetched()) return
  let stop = () => {}
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, SOON_MS)
    const unsubscribe = queryClient.getQueryCache().subscribe(() => isFetched() && resolve())
    stop = () => {
      clearTimeout(timer)
      unsubscribe()
    }
  })
  stop()
}
