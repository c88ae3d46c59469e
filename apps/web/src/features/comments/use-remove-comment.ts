import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { undoable } from '../../lib/undoable.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { useCommentsChanged } from './comment-queries.ts'

const UNDO_MS = 10_000

/** Hides a comment at once and removes it for good after ten seconds in which it can be undone. */
export function useRemoveComment(post: string) {
  const { t } = useLingui()
  const words = useErrorWords()
  const again = useCommentsChanged(post)
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const show = (id: string) => setRemoved((before) => new Set([...before].filter((one) => one !== id)))
  const remove = (id: string) => {
    setRemoved((before) => new Set([...before, id]))
    const { takeEffect, undo } = undoable(() => {
      api
        .delete(`/comments/${id}`)
        .then(again, (error: unknown) => showToast({ text: words(error) }))
        .finally(() => show(id))
    })
    showToast({
      text: t`The comment is removed.`,
      durationMs: UNDO_MS,
      onGone: takeEffect,
      action: [
        {
          label: t`Undo`,
          onPress: () => {
            undo()
            show(id)
          },
        },
      ],
    })
  }
  return { removed, remove }
}
