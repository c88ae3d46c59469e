import type { PostId } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { newKey } from '../../../lib/api.ts'
import { rereadAnswered } from '../../../lib/ask-query.ts'
import { useErrorWords } from '../../../lib/use-error-words.ts'
import { useMe } from '../../../lib/use-me.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { showToast, UNDO_MS } from '../../../ui/toast.tsx'
import { useDeleteRecommendation } from '../recommendation-queries.ts'
import { type Draft, isNote } from './draft.ts'
import { keepDraft } from './draft-store.ts'

/**
 * Says that it is sent; for ten seconds it can be taken back, and is then a draft again. Taking back begins with `onUndo`,
 * which stops what is still on its way.
 */
export function useSentToast(): (post: string, draft: Draft, wish: Sent) => void {
  const { t } = useLingui()
  const me = useMe()
  const words = useErrorWords()
  const openSheet = useOpenSheet()
  const queryClient = useQueryClient()
  const takeBack = useDeleteRecommendation()
  return (post, draft, { answers, onUndo }) => {
    const undo = () => {
      onUndo()
      // The composer that sent it is closed by now, and would not be called back.
      takeBack.mutateAsync(post).then(
        () => {
          if (answers !== undefined) void rereadAnswered(queryClient, answers)
          keepDraft(me, { ...draft, key: newKey() })
          openSheet('recommend')
        },
        (error: unknown) => showToast({ text: words(error) }),
      )
    }
    showToast({
      text: isNote(draft) ? t`Kept in your notebook.` : t`“${draft.title.trim()}” is on its way.`,
      durationMs: UNDO_MS,
      action: [{ label: t`Undo`, onPress: undo }],
    })
  }
}

interface Sent {
  /** The ask that it answers. */
  answers: PostId | undefined
  onUndo: () => void
}
