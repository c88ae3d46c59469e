import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import layout from './layout.module.css'
import text from './text.module.css'

/** Why something could not be fetched, and the way to try it again. */
export function TryAgain({ children, onAgain }: { children: ReactNode; onAgain: () => void }) {
  return (
    <div role="alert" className={layout.stack}>
      <p className={text.lead}>{children}</p>
      <div>
        <Button onClick={onAgain}>
          <Trans>Try again</Trans>
        </Button>
      </div>
    </div>
  )
}
