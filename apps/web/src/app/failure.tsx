import { Trans } from '@lingui/react/macro'
import { useErrorWords } from '../lib/use-error-words.ts'
import { Button } from '../ui/button.tsx'
import layout from '../ui/layout.module.css'
import text from '../ui/text.module.css'

/** A part of a page that could not be fetched: why, and once more. */
export function Failure({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const words = useErrorWords()
  return (
    <div className={layout.room} role="alert">
      <p className={text.lead}>{words(error)}</p>
      <div className={layout.part}>
        <Button onClick={onAgain}>
          <Trans>Try again</Trans>
        </Button>
      </div>
    </div>
  )
}
