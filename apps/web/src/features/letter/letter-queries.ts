import type { Letter, SeasonKey } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../lib/api.ts'

/** The letter of a season; of the running one where none is named. */
export function letterQuery(season: SeasonKey | undefined) {
  return queryOptions({
    queryKey: ['letter', season ?? null],
    queryFn: ({ signal }) =>
      api.get<Letter>(season === undefined ? '/letter' : `/letter?season=${encodeURIComponent(season)}`, {
        signal,
      }),
  })
}

/** Says that I have opened it, so that I am told no more that it is there. */
export function useOpened({ season: { key }, running }: Letter): void {
  const queryClient = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (season: SeasonKey) => api.post<void>('/letter/opened', { season }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['notifications'] }),
  })
  useEffect(() => {
    if (!running) mutate(key)
  }, [key, running, mutate])
}
