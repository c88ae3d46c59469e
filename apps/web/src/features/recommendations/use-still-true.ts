import type { OwnRecommendations } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLater } from '../../ui/use-later.ts'
import { useChangeRecommendation } from './composer/composer-queries.ts'

/** What I said so long ago that it fades for others. */
export const waitingQuery = queryOptions({
  queryKey: ['own', 'waiting'],
  queryFn: ({ signal }) => api.get<OwnRecommendations>('/recommendations/waiting', { signal }),
})

/** Says that a post of mine still holds: it waits no longer, and counts as fresh after ten seconds in which it can be undone. */
export function useStillTrue(post: string): () => void {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const queryClient = useQueryClient()
  const { mutateAsync } = useChangeRecommendation(post)
  const { queryKey } = waitingQuery
  return () =>
    later({
      text: t`It counts as fresh again.`,
      act: async () => {
        await mutateAsync({ stillTrue: true })
        await queryClient.invalidateQueries({ queryKey })
      },
      hides: post,
    })
}
