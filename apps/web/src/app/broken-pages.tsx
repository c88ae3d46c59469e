import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useRouter } from '@tanstack/react-router'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import layout from '../ui/layout.module.css'
import { Page } from '../ui/page.tsx'
import { Failure } from './failure.tsx'
import { HomeMark } from './home-mark.tsx'

/** Nothing is here, or nothing that one may see: the two look the same. */
export function MissingPage() {
  const { t } = useLingui()
  return (
    <Page>
      <div className={layout.room}>
        <HomeMark large />
      </div>
      <EmptyState
        title={t`Nothing is here`}
        actions={
          <Link to="/" className={buttonClass('primary')}>
            <Trans>To the feed</Trans>
          </Link>
        }
      >
        <Trans>There is nothing at this address, or nothing that you may see.</Trans>
      </EmptyState>
    </Page>
  )
}

/** A page that could not begin, or broke: why, and once more. */
export function BrokenPage({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const router = useRouter()
  return (
    <Page>
      <div className={layout.room}>
        <HomeMark large />
      </div>
      <Failure
        error={error}
        onAgain={() => {
          onAgain()
          void router.invalidate()
        }}
      />
    </Page>
  )
}
