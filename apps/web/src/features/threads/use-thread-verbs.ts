import type { Message, ThreadId } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLater } from '../../ui/use-later.ts'
import { useThreadsChanged } from './thread-queries.ts'

/** Hides a message of mine at once and removes it for both after ten seconds in which it can be undone. */
export function useRemoveMessage() {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const changed = useThreadsChanged()
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const show = (id: string) => setRemoved((before) => new Set([...before].filter((one) => one !== id)))
  const remove = ({ id }: Message) => {
    setRemoved((before) => new Set([...before, id]))
    later({
      text: t`The message is removed for both of you.`,
      act: async () => {
        await api.delete(`/messages/${id}`)
        await changed()
        show(id)
      },
      back: () => show(id),
    })
  }
  return { removed, remove }
}

/** Leaves a thread after ten seconds in which that can be undone. */
export function useLeave(thread: ThreadId): () => void {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const changed = useThreadsChanged()
  return () =>
    later({
      text: t`You leave the thread. What was said is gone for you alone.`,
      act: async () => {
        await api.delete(`/threads/${thread}`)
        await changed()
      },
    })
}
