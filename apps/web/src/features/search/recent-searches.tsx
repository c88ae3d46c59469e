import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { recentSearches } from '../../lib/remembered-mine.ts'
import text from '../../ui/text.module.css'
import css from './search.module.css'

/** What was looked for lately, to look for it again. */
export function RecentSearches({ renderLink }: { renderLink: (words: string) => ReactNode }) {
  const { t } = useLingui()
  const recent = recentSearches()
  return (
    <section>
      <h2>{t`Looked for lately`}</h2>
      {recent.length > 0 && (
        <ul className={css.recent}>
          {recent.map((words) => (
            <li key={words}>{renderLink(words)}</li>
          ))}
        </ul>
      )}
      <p className={text.hint}>
        {recent.length > 0 ? (
          <Trans>Kept on this device only, until you sign out.</Trans>
        ) : (
          <Trans>What you look for is kept here, on this device only, until you sign out.</Trans>
        )}
      </p>
    </section>
  )
}
