import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Tabs } from '../ui/tabs.tsx'

/** What is mine: what I wrote, thanks and the letter, the notebook, how things are set. */
export function MyTabs() {
  const { t } = useLingui()
  return (
    <Tabs label={t`My page`}>
      <Link to="/me">{t`What you wrote`}</Link>
      <Link to="/thanks">{t`Thanks`}</Link>
      <Link to="/letter">{t`Letter`}</Link>
      <Link to="/notebook">{t`Notebook`}</Link>
      <Link to="/settings">{t`Settings`}</Link>
    </Tabs>
  )
}
