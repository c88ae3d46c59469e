import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { Draft, Missing } from './draft.ts'
import { missingIn } from './draft.ts'

/** A draft on screen: its changes, and after the first try to send what is still missing, in words. */
export function useComposer(open: () => Draft, isAnswer = false) {
  const { t } = useLingui()
  const [draft, setDraft] = useState(open)
  const [tried, setTried] = useState(false)
  const words: Record<Missing, string> = {
    title: t`Please say what it is about.`,
    kind: t`Please choose what it is.`,
    why: t`One sentence, please: without a why it helps nobody.`,
    interest: t`Please choose one. It stands first on what others read.`,
    interestWords: t`Please say it in a few words.`,
    audience: t`Choose at least one circle or one person.`,
  }
  const missing = missingIn(draft, isAnswer)
  const errors: Partial<Record<Missing, string>> = {}
  if (tried) for (const name of missing) errors[name] = words[name]

  useEffect(() => {
    if (tried) document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus()
  }, [tried])

  return {
    draft,
    errors,
    change: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })),
    replace: setDraft,
    /** Says what is missing, if anything; true when nothing is. */
    isComplete: () => {
      setTried(missing.length > 0)
      return missing.length === 0
    },
  }
}

/** Sends on Ctrl or Cmd with Enter, wherever the cursor stands in the sheet. */
export function sendsOnEnter(send: () => void) {
  return (event: { key: string; ctrlKey: boolean; metaKey: boolean; preventDefault(): void }) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    send()
  }
}
