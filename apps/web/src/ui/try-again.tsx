import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import layout from './layout.module.css'
import text from './text.module.css'

/** Why something could not be fetched, and the way to try it again. */
export function TryAgain({ busy = false, children, onAgain }: TryAgainProps) {
  const { t } = useLingui()
  return (
    <div role="alert" className={layout.stack}>
      <p className={text.lead}>{children}</p>
      <div>
        <Button busy={busy} busyLabel={t`One moment`} onClick={onAgain}>
          <Trans>Try again</Trans>
        </Button>
      </div>
    </div>
  )
}

interface TryAgainProps {
  busy?: boolean
  children: ReactNode
  onAgain: () => void
}
