import type { Message, Thread } from '@kith/contract'
import { useEffect } from 'react'
import { api } from '../../lib/api.ts'
import { useThreadsChanged } from './thread-queries.ts'

/** Once somebody looks at the newest message it counts as read, on every device of his. */
export function useRead({ id, unread }: Thread, newest: Message | undefined): void {
  const changed = useThreadsChanged()
  const message = newest?.id
  useEffect(() => {
    if (!unread || message === undefined) return undefined
    const mark = () => {
      if (document.visibilityState === 'hidden') return
      document.removeEventListener('visibilitychange', mark)
      // Not marked is not lost: the next look marks it.
      void api.post(`/threads/${id}/read`, { message }).then(changed, () => undefined)
    }
    document.addEventListener('visibilitychange', mark)
    mark()
    return () => document.removeEventListener('visibilitychange', mark)
    // A new message, or that one is unread, not a new rendering.
  }, [id, unread, message])
}
