import type { CloseForMe } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { showToast } from '../../ui/toast.tsx'
import { useOpen, useRefetchForMe } from './for-me-queries.ts'

/**
 * Closes "for me" for a person or a kind, says so in the words of `done`, and offers to undo it. What was asked from may be
 * gone from the page by then.
 */
export function useClose() {
  const { t } = useLingui()
  const refetch = useRefetchForMe()
  const open = useOpen()
  return useMutation({
    mutationFn: ({ wish }: { wish: CloseForMe; done: string }) => api.post('/for-me/closed', wish),
    onSuccess: (_answer, { wish, done }) => {
      refetch()
      showToast({ text: done, action: [{ label: t`Undo`, onPress: () => open.mutate(wish) }] })
    },
  })
}
