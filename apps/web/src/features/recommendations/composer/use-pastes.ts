import type { ClipboardEvent } from 'react'
import type { Draft } from './draft.ts'
import { useLinkPaste } from './use-link-paste.ts'
import { usePhoto } from './use-photo.ts'

/** What may be pasted while one writes: a picture anywhere, and a link into the first field or the link field. */
export function usePastes(draft: Draft, change: (change: Partial<Draft>) => void, onTitle: () => void) {
  const photo = usePhoto((hasPhoto) => change({ hasPhoto }))
  const link = useLinkPaste(draft, (added) => {
    if (added.title) onTitle()
    change(added)
  })
  const onPaste = (event: ClipboardEvent) => {
    if (!photo.take(event.clipboardData.files)) link.onPaste(event)
  }
  return { photo, link, onPaste }
}
