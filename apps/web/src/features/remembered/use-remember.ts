import type { Voice } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { changeVoice } from '../../lib/change-voice.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { showToast } from '../../ui/toast.tsx'

type Kept = Voice['remembered']

/** Remembers and forgets. It shows at once, and either can be undone. */
export function useRemember() {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const keep = useKeep()
  const remember = async ({ post }: Voice) => {
    if (!(await keep(post, { reason: null }, null))) return
    showToast({
      text: t`Remembered. Nobody else learns of it.`,
      action: [
        { label: t`Undo`, onPress: () => void keep(post, null, { reason: null }) },
        { label: t`Say why`, onPress: () => openSheet('remember', post) },
      ],
    })
  }
  const forget = async ({ post, remembered }: Voice) => {
    if (!(await keep(post, null, remembered))) return
    showToast({
      text: t`No longer remembered.`,
      action: [{ label: t`Undo`, onPress: () => void keep(post, remembered, null) }],
    })
  }
  return { remember, forget }
}

/** Shows a post as remembered, or not, and tells the server; if that refuses, it is shown as before. */
function useKeep() {
  const words = useErrorWords()
  const queryClient = useQueryClient()
  return async (post: string, next: Kept, before: Kept): Promise<boolean> => {
    changeVoice(queryClient, post, { remembered: next })
    try {
      await (next === null ? api.delete(pathOf(post)) : api.put(pathOf(post), next))
      // Whatever was fetched in between still said what was before.
      changeVoice(queryClient, post, { remembered: next })
      for (const list of ['remembered', 'outcome-questions'])
        await queryClient.invalidateQueries({ queryKey: [list] })
      return true
    } catch (error) {
      changeVoice(queryClient, post, { remembered: before })
      showToast({ text: words(error) })
      return false
    }
  }
}

/** Where the API keeps that I remember a post. */
export function pathOf(post: string): string {
  return `/recommendations/${post}/remember`
}
