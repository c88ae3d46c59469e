import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import layout from '../../ui/layout.module.css'
import { Letter } from '../../ui/letter.tsx'
import text from '../../ui/text.module.css'
import css from './ask-links.module.css'

/** What happens next, once a guest has answered. */
export function SentAnswer({ asker, isKept, isSignedIn, onAnother }: SentAnswerProps) {
  const { t } = useLingui()
  // Whoever cannot see that the form has gone hears it.
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => said.current?.focus(), [])
  return (
    <Letter title={t`${asker} has your answer`}>
      <div className={css.after} role="status" tabIndex={-1} ref={said}>
        <p className={text.lead}>
          <Trans>Thank you. Only {asker} reads it; it is not published and travels no further.</Trans>
        </p>
        {isKept && (
          <p className={text.lead}>
            {isSignedIn ? (
              <Trans>You can take it into your notebook, as a recommendation of your own.</Trans>
            ) : (
              <Trans>
                If you join Kith one day, you can take it with you: this browser keeps what you need for that.
              </Trans>
            )}
          </p>
        )}
      </div>
      <div className={layout.part}>
        <div className={layout.buttons}>
          <Button onClick={onAnother}>
            <Trans>I know something else</Trans>
          </Button>
          {isKept && isSignedIn && (
            <Link to="/notebook" className={text.tapLink}>
              <Trans>To the notebook</Trans>
            </Link>
          )}
        </div>
      </div>
    </Letter>
  )
}

interface SentAnswerProps {
  asker: string
  /** Whether this browser keeps what one can take it along with. */
  isKept: boolean
  isSignedIn: boolean
  onAnother: () => void
}
