import type { Message, Thread, ThreadId } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLater } from '../../ui/use-later.ts'
import { useThreadsChanged } from './thread-queries.ts'

// Not fetched, only known here: what is left and not yet gone.
const LEAVING_KEY = ['live', 'leaving']
const NONE: readonly ThreadId[] = []

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
      text: t`The message is removed for everybody here.`,
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

/** Hides a thread at once and leaves it after ten seconds in which that can be undone. */
export function useLeave({ id: thread, others }: Thread): () => void {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const changed = useThreadsChanged()
  const queryClient = useQueryClient()
  const show = () =>
    queryClient.setQueryData<readonly ThreadId[]>(LEAVING_KEY, (ids = NONE) =>
      ids.filter((id) => id !== thread),
    )
  return () => {
    queryClient.setQueryData<readonly ThreadId[]>(LEAVING_KEY, (ids = NONE) => [...ids, thread])
    later({
      text:
        others.length > 1
          ? t`You leave the thread for good. The others are not told.`
          : t`You leave the thread. What was said is gone for you alone.`,
      act: async () => {
        await api.delete(`/threads/${thread}`)
        await changed()
        show()
      },
      back: show,
    })
  }
}

/** Those of these threads that are not being left just now. */
export function useStaying(threads: readonly Thread[]): readonly Thread[] {
  const { data: leaving = NONE } = useQuery<readonly ThreadId[]>({ queryKey: LEAVING_KEY, enabled: false })
  return threads.filter(({ id }) => !leaving.includes(id))
}
