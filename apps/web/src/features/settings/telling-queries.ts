import type { Telling } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** How I am told of what is new while I am not looking. */
export const tellingQuery = queryOptions({
  queryKey: ['telling'],
  queryFn: ({ signal }) => api.get<Telling>('/telling', { signal }),
})

/** Chooses otherwise: it shows at once, and what was chosen before comes back where it was refused. */
export function useChooseTelling() {
  const queryClient = useQueryClient()
  const { queryKey } = tellingQuery
  return useMutation({
    // What was chosen last is what is kept, however quickly one chooses.
    scope: { id: 'telling' },
    mutationFn: (telling: Telling) => api.put<Telling>('/telling', telling),
    onMutate: (telling) => {
      void queryClient.cancelQueries({ queryKey }, { revert: false })
      queryClient.setQueryData(queryKey, telling)
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
  })
}
