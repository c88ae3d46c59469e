import type { Ask, Voice } from '@kith/contract'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useOpenSheet } from '../../lib/use-sheet.ts'

/**
 * The voice of which a sheet was opened, as the page at hand shows it: a card brings the strongest chain along which
 * it is heard, and asked for by its id alone the same post may come along another. Null where the address opened the sheet.
 */
export function explainedQuery(id: string) {
  return queryOptions({
    queryKey: ['live', 'explained', id],
    queryFn: (): Voice | null => null,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The same of an ask. */
export function explainedAskQuery(id: string) {
  return queryOptions({
    queryKey: ['live', 'explained-ask', id],
    queryFn: (): Ask | null => null,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Opens the why-sheet of an ask that is on the screen. */
export function useOpenWhyAsk(): (ask: Ask) => void {
  const queryClient = useQueryClient()
  const openSheet = useOpenSheet()
  return useCallback(
    (ask) => {
      queryClient.setQueryData(explainedAskQuery(ask.post).queryKey, ask)
      openSheet('why-ask', ask.post)
    },
    [queryClient, openSheet],
  )
}

/** Opens the why-sheet, or all that can be done, of a voice that is on the screen. */
export function useOpenWhy(sheet: 'why' | 'more' = 'why'): (voice: Voice) => void {
  const queryClient = useQueryClient()
  const openSheet = useOpenSheet()
  return useCallback(
    (voice) => {
      queryClient.setQueryData(explainedQuery(voice.post).queryKey, voice)
      openSheet(sheet, voice.post)
    },
    [queryClient, openSheet, sheet],
  )
}
