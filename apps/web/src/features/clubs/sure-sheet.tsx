import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'

/** Asks before something is done that cannot be taken back, and says who notices what. */
export function SureSheet({ title, verb, busy, error, onSure, onClose, children }: SureSheetProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          <Button onClick={onClose}>{t`Leave it so`}</Button>
          <Button variant="primary" busy={busy} busyLabel={t`One moment`} onClick={onSure}>
            {verb}
          </Button>
        </div>
      }
    >
      <p className={text.lead}>{children}</p>
      {error !== null && <Refusal>{words(error)}</Refusal>}
    </Sheet>
  )
}

interface SureSheetProps {
  title: string
  verb: string
  busy: boolean
  error: unknown
  onSure: () => void
  onClose: () => void
  children: ReactNode
}
