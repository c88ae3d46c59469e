import type { Introductions } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { LastExchangeLine } from '../../../features/care/tie-care.tsx'
import { AskedOfMe } from '../../../features/introductions/asked-of-me.tsx'
import { HintList } from '../../../features/introductions/hint-list.tsx'
import { introductionsQuery } from '../../../features/introductions/introduction-queries.ts'
import { IntroductionRows, NeverList } from '../../../features/introductions/introduction-rows.tsx'
import { OfferedList } from '../../../features/introductions/offered-list.tsx'
import { buttonClass } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { RowSkeleton } from '../../../ui/skeleton.tsx'
import { Failure } from '../../failure.tsx'
import { PageHead } from '../../page-head.tsx'
import { PeopleTabs } from '../../people-tabs.tsx'

export const Route = createFileRoute('/_app/introductions')({ component: IntroductionsPage })

function IntroductionsPage() {
  const { t } = useLingui()
  const { data, error, refetch } = useQuery(introductionsQuery)
  return (
    <Page aside={<section />}>
      <PageHead title={t`Introductions`} tabs={<PeopleTabs />}>
        <Trans>Two meet because somebody knows both. Whoever says no leaves no trace.</Trans>
      </PageHead>
      <MarginColumn>
        {data !== undefined ? (
          <Listed introductions={data} />
        ) : error !== null ? (
          <Failure error={error} onAgain={() => void refetch()} />
        ) : (
          <RowSkeleton count={3} />
        )}
      </MarginColumn>
    </Page>
  )
}

function Listed({ introductions }: { introductions: Introductions }) {
  const { asked, brokered, offered, never } = introductions
  return (
    <>
      <OfferedList offered={offered} />
      <AskedOfMe brokered={brokered} renderLast={(tie) => <LastExchangeLine tie={tie} />} />
      {asked.length + brokered.length + offered.length === 0 && <NoneYet />}
      <HintList />
      <IntroductionRows {...introductions} />
      <NeverList kinds={never} />
    </>
  )
}

function NoneYet() {
  const { t } = useLingui()
  const toPeople = (
    <Link to="/people" className={buttonClass('primary')}>
      <Trans>To your people</Trans>
    </Link>
  )
  return (
    <EmptyState title={t`Nobody is being introduced`} actions={toPeople}>
      <Trans>
        On the page of somebody you know you can ask to be introduced, or bring them together with another.
        What you asked for, and what others ask of you, stands here.
      </Trans>
    </EmptyState>
  )
}
