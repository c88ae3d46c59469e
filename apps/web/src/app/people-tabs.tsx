import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Tabs } from '../ui/tabs.tsx'

/** The sides of knowing people: who, what is written, who meets whom, who is due, how sorted, what is shared, whom invited. */
export function PeopleTabs() {
  const { t } = useLingui()
  return (
    <Tabs label={t`People`}>
      <Link to="/people" activeOptions={{ exact: true, includeSearch: false }}>{t`Your people`}</Link>
      <Link to="/threads">{t`Threads`}</Link>
      <Link to="/introductions">{t`Introductions`}</Link>
      <Link to="/care">{t`Care`}</Link>
      <Link to="/circles">{t`Circles`}</Link>
      <Link to="/clubs" activeOptions={{ includeSearch: false }}>{t`Clubs`}</Link>
      <Link to="/invitations">{t`Invitations`}</Link>
    </Tabs>
  )
}
