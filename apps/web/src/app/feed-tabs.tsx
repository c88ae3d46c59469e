import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Tabs } from '../ui/tabs.tsx'

/** What reaches me, and what of it I kept. */
export function FeedTabs() {
  const { t } = useLingui()
  return (
    <Tabs label={t`Feed`}>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        {t({ message: 'All', context: 'feed tab' })}
      </Link>
      <Link to="/remembered">{t`Remembered`}</Link>
    </Tabs>
  )
}
