import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useUnseenForMe } from '../features/for-me/for-me-queries.ts'
import { Tabs } from '../ui/tabs.tsx'
import text from '../ui/text.module.css'

/** What reaches me, what somebody brought to me in person, and what I kept. */
export function FeedTabs() {
  const { t } = useLingui()
  const unseen = useUnseenForMe()
  return (
    <Tabs label={t`Feed`}>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        {t({ message: 'All', context: 'feed tab' })}
      </Link>
      <Link to="/for-me">
        {t({ message: 'For me', context: 'feed tab' })}
        {unseen > 0 && (
          <>
            <span className={text.small} aria-hidden="true">
              {' '}
              {unseen}
            </span>
            <span className={text.vh}>{t`, ${unseen} new`}</span>
          </>
        )}
      </Link>
      <Link to="/asks">{t({ message: 'Asks', context: 'feed tab' })}</Link>
      <Link to="/remembered">{t`Remembered`}</Link>
    </Tabs>
  )
}
