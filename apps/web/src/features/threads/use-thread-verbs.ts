import type { Message, Thread } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLater } from '../../ui/use-later.ts'
import { useThreadsChanged } from './thread-queries.ts'

/** Hides a message of mine at once and removes it for both after ten seconds in which it can be undone. */
export function useRemoveMessage() {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const changed = useThreadsChanged()
  return ({ id }: Message) =>
    later({
      text: t`The message is removed for everybody here.`,
      act: () => api.delete(`/messages/${id}`).then(changed),
      hides: id,
    })
}

/** Hides a thread at once and leaves it after ten seconds in which that can be undone. */
export function useLeave({ id: thread, others }: Thread): () => void {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const changed = useThreadsChanged()
  return () =>
    later({
      text:
        others.length > 1
          ? t`You leave the thread for good. The others are not told.`
          : t`You leave the thread. What was said is gone for you alone.`,
      act: () => api.delete(`/threads/${thread}`).then(changed),
      hides: thread,
    })
}
