import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { codeOf, passesByItself } from '../lib/api-error.ts'
import { useErrorWords } from '../lib/use-error-words.ts'
import { useWhenReachable } from '../lib/use-when-reachable.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import layout from '../ui/layout.module.css'
import text from '../ui/text.module.css'

interface FailureProps {
  error: unknown
  onAgain: () => void
}

/** A part of a page that could not be fetched: why, and once more; by itself where Kith could not be reached. */
export function Failure({ error, onAgain }: FailureProps) {
  const words = useErrorWords()
  useWhenReachable(passesByItself(error) ? onAgain : null)
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

/** What a page is about could not be fetched, or is not there. Where Kith could not be reached it comes by itself later. */
export function PageFailure({ error, onAgain }: FailureProps) {
  const words = useErrorWords()
  const isUnreachable = passesByItself(error)
  useWhenReachable(isUnreachable ? onAgain : null)
  if (codeOf(error) === 'not_found') return <NothingHere />
  return (
    <div role="alert">
      <EmptyState
        isPage
        title={words(error)}
        actions={
          <Button onClick={onAgain}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {isUnreachable ? (
          <Trans>
            Kith keeps nothing to read on this device, so that nobody else finds it here. What you have begun
            to write is still there.
          </Trans>
        ) : undefined}
      </EmptyState>
    </div>
  )
}

/** Nothing is here, or nothing that one may see: the two look the same. */
export function NothingHere() {
  const { t } = useLingui()
  return (
    <EmptyState
      isPage
      title={t`Nothing is here`}
      actions={
        <Link to="/" className={buttonClass('primary')}>
          <Trans>To the feed</Trans>
        </Link>
      }
    >
      <Trans>There is nothing at this address, or nothing that you may see.</Trans>
    </EmptyState>
  )
}
