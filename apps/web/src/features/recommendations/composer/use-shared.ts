import { LIMITS } from '@kith/contract'
import { useEffect, useState } from 'react'
import { type Shared, takeShared } from '../../../lib/shared.ts'
import { type Draft, isBlank } from './draft.ts'
import type { LinkPaste } from './use-link-paste.ts'

export interface SharedChoice {
  goOn: () => void
  beginAnew: () => void
}

/**
 * What another app shared goes onto a blank sheet. Where something was begun already one is asked: null where there is
 * nothing to ask.
 */
export function useShared({ draft, change, clear, read }: SharedInto): SharedChoice | null {
  const [shared, setShared] = useState<Shared | null>(null)
  const putIn = ({ link, title: words }: Shared) => {
    const title = words.slice(0, LIMITS.title)
    if (link === null) change({ title })
    else {
      change({ link })
      read({ link, title: title === '' ? null : title })
    }
  }
  useEffect(() => {
    const taken = takeShared()
    if (taken === null) return
    if (isBlank(draft)) putIn(taken)
    else setShared(taken)
    // Only what lies ready when the sheet opens.
  }, [])
  if (shared === null) return null
  return {
    goOn: () => setShared(null),
    beginAnew: () => {
      setShared(null)
      clear()
      putIn(shared)
    },
  }
}

interface SharedInto {
  draft: Draft
  change: (change: Partial<Draft>) => void
  /** Makes the sheet blank. */
  clear: () => void
  read: LinkPaste['read']
}
