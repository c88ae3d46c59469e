import type { OwnRecommendations } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { undoable } from '../../lib/undoable.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { useChangeRecommendation } from './composer/composer-queries.ts'

const UNDO_MS = 10_000

/** What I said so long ago that it fades for others. */
export const waitingQuery = queryOptions({
  queryKey: ['own', 'waiting'],
  queryFn: ({ signal }) => api.get<OwnRecommendations>('/recommendations/waiting', { signal }),
})

/** Says that a post of mine still holds: it waits no longer, and counts as fresh after ten seconds in which it can be undone. */
export function useStillTrue(post: string): () => void {
  const { t } = useLingui()
  const words = useErrorWords()
  const queryClient = useQueryClient()
  const { mutateAsync } = useChangeRecommendation(post)
  const { queryKey } = waitingQuery
  const again = () => {
    void queryClient.invalidateQueries({ queryKey })
  }
  return () => {
    queryClient.setQueryData(
      queryKey,
      (before) =>
        before && {
          ...before,
          recommendations: before.recommendations.filter(({ voice }) => voice.post !== post),
        },
    )
    const { takeEffect, undo } = undoable(() => {
      mutateAsync({ stillTrue: true }).catch((error: unknown) => {
        showToast({ text: words(error) })
        again()
      })
    })
    const takeBack = () => {
      undo()
      again()
    }
    showToast({
      text: t`It counts as fresh again.`,
      durationMs: UNDO_MS,
      onGone: takeEffect,
      action: [{ label: t`Undo`, onPress: takeBack }],
    })
  }
}
