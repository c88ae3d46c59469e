import { Trans, useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { CircleList } from '../../../features/circles/circle-list.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { PageHead } from '../../page-head.tsx'
import { PeopleTabs } from '../../people-tabs.tsx'

export const Route = createFileRoute('/_app/circles')({ component: CirclesPage })

function CirclesPage() {
  const { t } = useLingui()
  return (
    <Page aside={<section />}>
      <PageHead title={t`Your circles`} tabs={<PeopleTabs />}>
        <Trans>How you sort the people you know. A tie may be in several.</Trans>
      </PageHead>
      <MarginColumn>
        <CircleList />
      </MarginColumn>
    </Page>
  )
}
