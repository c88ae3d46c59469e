import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Refusal } from './field.tsx'
import layout from './layout.module.css'
import { Sheet } from './sheet.tsx'
import text from './text.module.css'

/** Asks before something is done that cannot be taken back, and says who notices what. */
export function SureSheet({ title, verb, busy, refusal, onSure, onClose, children }: SureSheetProps) {
  const { t } = useLingui()
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
      {refusal !== undefined && <Refusal>{refusal}</Refusal>}
    </Sheet>
  )
}

interface SureSheetProps {
  title: string
  verb: string
  busy: boolean
  /** Why it was refused. */
  refusal: string | undefined
  onSure: () => void
  onClose: () => void
  children: ReactNode
}
