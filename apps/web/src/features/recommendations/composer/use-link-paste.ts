import type { LinkPreview } from '@kith/contract'
import { useMutation } from '@tanstack/react-query'
import { type ClipboardEvent, useEffect, useRef, useState } from 'react'
import { api } from '../../../lib/api.ts'
import type { Draft } from './draft.ts'
import { emptied, fillFrom, linkIn } from './link-fill.ts'

interface Pasted {
  link: string
  /** What it is called where the page does not say. */
  title: string | null
}

/** What a page has filled in, and how it is taken back. */
interface Filled {
  site: string | null
  undo: () => void
}

/**
 * A link pasted into the first field or the link field fills what is empty with what its page says about itself. Writing
 * goes on meanwhile, and also when the page cannot be read.
 */
export function useLinkPaste(draft: Draft, change: (change: Partial<Draft>) => void) {
  const latest = useRef(draft)
  const [filled, setFilled] = useState<Filled | null>(null)
  useEffect(() => {
    latest.current = draft
  })
  const page = useMutation({
    mutationFn: ({ link }: Pasted) => api.post<LinkPreview>('/link-preview', { url: link }),
    onMutate: () => setFilled(null),
    onError: (_error, { title }) => {
      if (title !== null && latest.current.title === '') change({ title })
    },
    onSuccess: (preview, { title }) => {
      const before = latest.current
      const added = fillFrom(before, { ...preview, title: preview.title ?? title })
      if (Object.keys(added).length === 0) return
      change(added)
      const undo = () => {
        change(emptied(before, latest.current, added))
        setFilled(null)
      }
      setFilled({ site: preview.site, undo })
    },
  })
  const onPaste = (event: ClipboardEvent) => {
    const link = linkIn(event.clipboardData.getData('text'))
    const { target } = event
    if (link === undefined || !(target instanceof HTMLInputElement)) return
    const isFirst = target.getAttribute('role') === 'combobox'
    if (!isFirst && target.type !== 'url') return
    if (isFirst) {
      // An address is no title.
      event.preventDefault()
      if (latest.current.link === '') change({ link })
    }
    page.mutate({ link, title: null })
  }
  return { onPaste, read: page.mutate, isReading: page.isPending, error: page.error, filled }
}

export type LinkPaste = ReturnType<typeof useLinkPaste>
