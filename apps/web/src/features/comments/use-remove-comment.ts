import { useLingui } from '@lingui/react/macro'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLater } from '../../ui/use-later.ts'
import { useCommentsChanged } from './comment-queries.ts'

/** Hides a comment at once and removes it for good after ten seconds in which it can be undone. */
export function useRemoveComment(post: string) {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const again = useCommentsChanged(post)
  return (id: string) =>
    later({
      text: t`The comment is removed.`,
      act: () => api.delete(`/comments/${id}`).then(again),
      hides: id,
    })
}
