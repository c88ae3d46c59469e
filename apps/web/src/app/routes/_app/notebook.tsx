import { Trans, useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { KeptAnswers } from '../../../features/ask-links/kept-answers.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { MyTabs } from '../../my-tabs.tsx'
import { OwnPages } from '../../own-pages.tsx'
import { PageHead } from '../../page-head.tsx'

export const Route = createFileRoute('/_app/notebook')({ component: NotebookPage })

function NotebookPage() {
  const { t } = useLingui()
  return (
    <Page aside={<section />}>
      <PageHead title={t`Notebook`} tabs={<MyTabs />}>
        <Trans>Seen by nobody but you.</Trans>
      </PageHead>
      <MarginColumn>
        <KeptAnswers />
        <OwnPages notebook />
      </MarginColumn>
    </Page>
  )
}
