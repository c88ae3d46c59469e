import type { QueryClient } from '@tanstack/react-query'
import { meQuery } from './my-queries.ts'
import { forgetMine } from './remembered-mine.ts'

/** Shows the door to whoever was here, and forgets on this device what he saw, looked for and wrote. */
export function leave(queryClient: QueryClient): void {
  const [me] = meQuery.queryKey
  // Not cleared with the rest: the shell watches it, and would watch the removed one for ever.
  queryClient.setQueryData(meQuery.queryKey, null)
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== me })
  queryClient.getMutationCache().clear()
  forgetMine()
}
