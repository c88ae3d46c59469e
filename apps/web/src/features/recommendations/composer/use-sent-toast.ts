import { useLingui } from '@lingui/react/macro'
import { newKey } from '../../../lib/api.ts'
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
export function useSentToast(): (post: string, draft: Draft, onUndo: () => void) => void {
  const { t } = useLingui()
  const me = useMe()
  const words = useErrorWords()
  const openSheet = useOpenSheet()
  const takeBack = useDeleteRecommendation()
  return (post, draft, onUndo) => {
    const undo = () => {
      onUndo()
      // The composer that sent it is closed by now, and would not be called back.
      takeBack.mutateAsync(post).then(
        () => {
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
