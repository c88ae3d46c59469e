import type { ReadAsk } from '@kith/contract'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'
import { changeAsk } from './change-voice.ts'

/** One ask that I may see. */
export function askQuery(id: string) {
  return queryOptions({
    queryKey: ['asks', id],
    queryFn: ({ signal }) => api.get<ReadAsk>(`/asks/${id}`, { signal }),
  })
}

/** Reads again what I answered an ask with, for every place that shows it; goes on where the sheet that shows the ask is closed. */
export async function rereadAnswered(queryClient: QueryClient, id: string): Promise<void> {
  const { ask } = await api.get<ReadAsk>(`/asks/${id}`)
  changeAsk(queryClient, id, { answered: ask.answered })
}
