import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { ThanksList } from '../../../features/thanks/thanks-list.tsx'
import { thanksQuery } from '../../../features/thanks/thanks-queries.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { CardSkeleton } from '../../../ui/skeleton.tsx'
import { Failure } from '../../failure.tsx'
import { MyTabs } from '../../my-tabs.tsx'
import { PageHead } from '../../page-head.tsx'

export const Route = createFileRoute('/_app/thanks')({ component: ThanksRoute })

function ThanksRoute() {
  const { t } = useLingui()
  return (
    <Page aside={<section />}>
      <PageHead title={t`Thanks`} tabs={<MyTabs />}>
        <Trans>What came back for what you said, and for what went through you.</Trans>
      </PageHead>
      <MarginColumn>
        <ThanksPages />
      </MarginColumn>
    </Page>
  )
}

function ThanksPages() {
  const { t } = useLingui()
  const pages = useInfiniteQuery(thanksQuery)
  if (pages.data === undefined) {
    return pages.error === null ? (
      <CardSkeleton />
    ) : (
      <Failure error={pages.error} onAgain={() => void pages.refetch()} />
    )
  }
  const thanks = pages.data.pages.flatMap((page) => page.thanks)
  if (thanks.length === 0) return <NoThanks />
  return (
    <>
      <ThanksList thanks={thanks} />
      {pages.hasNextPage && (
        <p className={layout.part}>
          <Button
            busy={pages.isFetchingNextPage}
            busyLabel={t`Loading`}
            onClick={() => void pages.fetchNextPage()}
          >
            <Trans>Show more</Trans>
          </Button>
        </p>
      )}
    </>
  )
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
