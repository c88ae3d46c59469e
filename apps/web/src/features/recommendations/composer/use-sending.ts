import type { PostId } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { useErrorWords } from '../../../lib/use-error-words.ts'
import { useMe } from '../../../lib/use-me.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { showToast } from '../../../ui/toast.tsx'
import { useRecommend } from './composer-queries.ts'
import type { Draft } from './draft.ts'
import { dropDraft, keepAudience } from './draft-store.ts'
import type { ChosenPhoto } from './use-photo.ts'
import { useSentToast } from './use-sent-toast.ts'

/** Sends a draft, then its photo; `answers` is the ask that it answers. How it went is said also where the sheet was closed meanwhile. */
export function useSending(draft: Draft, photo: ChosenPhoto, answers: PostId | undefined) {
  const { t } = useLingui()
  const me = useMe()
  const words = useErrorWords()
  const openSheet = useOpenSheet()
  const sent = useSentToast()
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => void (isOpen.current = false)
  }, [])
  return useRecommend({
    onSent: ({ voice }) => {
      keepAudience(me, draft)
      dropDraft(me, draft.key)
      const upload = new AbortController()
      sent(voice.post, draft, { answers, onUndo: () => upload.abort() })
      photo.save(voice.post, upload.signal).catch((error: unknown) => {
        if (!upload.signal.aborted) showToast({ text: words(error) })
      })
    },
    onRefused: (error) => {
      if (isOpen.current) return
      const [title, reason] = [draft.title.trim(), words(error)]
      showToast({
        text: t`“${title}” was not sent. ${reason}`,
        action: [{ label: t`Open the draft`, onPress: () => openSheet('recommend') }],
      })
    },
  })
}
