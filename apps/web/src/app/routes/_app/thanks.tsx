import type { ThanksPage } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { ThanksList } from '../../../features/thanks/thanks-list.tsx'
import { thanksQuery } from '../../../features/thanks/thanks-queries.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { MyTabs } from '../../my-tabs.tsx'
import { PageHead } from '../../page-head.tsx'
import { Paged } from '../../paged.tsx'

export const Route = createFileRoute('/_app/thanks')({ component: ThanksRoute })

function ThanksRoute() {
  const { t } = useLingui()
  return (
    <Page aside={<section />}>
      <PageHead title={t`Thanks`} tabs={<MyTabs />}>
        <Trans>What came back for what you said, and for what went through you.</Trans>
      </PageHead>
      <MarginColumn>
        <Paged list={useInfiniteQuery(thanksQuery)}>{(pages) => <Received pages={pages} />}</Paged>
      </MarginColumn>
    </Page>
  )
}

function Received({ pages }: { pages: readonly ThanksPage[] }) {
  const thanks = pages.flatMap((page) => page.thanks)
  return thanks.length === 0 ? <NoThanks /> : <ThanksList thanks={thanks} />
}

function NoThanks() {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  return (
    <EmptyState
      title={t`No thanks yet`}
      actions={
        <Button variant="primary" onClick={() => openSheet('recommend')}>
          <Trans>Recommend something</Trans>
        </Button>
      }
    >
      <Trans>When something helped, thanks come back the way it went, and stand here.</Trans>
    </EmptyState>
  )
}
