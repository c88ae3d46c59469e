import type { Voice } from '@kith/contract'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import text from '../../ui/text.module.css'

/** A contact behind a press: whoever opens it is asked some time later, in private, whether it helped. */
export function ContactFact({ voice }: { voice: Voice }) {
  const [isOpen, setOpen] = useState(voice.way === 'own')
  const open = () => {
    setOpen(true)
    // That the question may not come is no reason to keep the contact back.
    api.post(`/recommendations/${voice.post}/contact-opened`).catch(() => undefined)
  }
  if (!isOpen) {
    return (
      <button type="button" className={text.link} onClick={open}>
        <Trans>Show the contact</Trans>
      </button>
    )
  }
  return (
    <span tabIndex={-1} ref={voice.way === 'own' ? undefined : focusOn}>
      {voice.words.contact}
    </span>
  )
}

// The button that had the focus is gone.
function focusOn(element: HTMLElement | null): void {
  element?.focus()
}
