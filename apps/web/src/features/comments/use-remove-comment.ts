import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLater } from '../../ui/use-later.ts'
import { useCommentsChanged } from './comment-queries.ts'

/** Hides a comment at once and removes it for good after ten seconds in which it can be undone. */
export function useRemoveComment(post: string) {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const again = useCommentsChanged(post)
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const show = (id: string) => setRemoved((before) => new Set([...before].filter((one) => one !== id)))
  const remove = (id: string) => {
    setRemoved((before) => new Set([...before, id]))
    later({
      text: t`The comment is removed.`,
      act: async () => {
        await api.delete(`/comments/${id}`)
        await again()
        show(id)
      },
      back: () => show(id),
    })
  }
  return { removed, remove }
}
