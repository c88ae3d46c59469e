import type { Care } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { careQuery } from '../../../features/care/care-queries.ts'
import { ClosenessQuestion } from '../../../features/care/closeness-question.tsx'
import { DueList } from '../../../features/care/due-list.tsx'
import { CareSwitch } from '../../../features/settings/care-switch.tsx'
import { AskButton } from '../../../features/threads/write-to.tsx'
import { buttonClass } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { RowSkeleton } from '../../../ui/skeleton.tsx'
import text from '../../../ui/text.module.css'
import { Failure } from '../../failure.tsx'
import { PageHead } from '../../page-head.tsx'
import { PeopleTabs } from '../../people-tabs.tsx'

export const Route = createFileRoute('/_app/care')({ component: CarePage })

function CarePage() {
  const { t } = useLingui()
  const { data, error, refetch } = useQuery(careQuery)
  return (
    <Page aside={<section />}>
      <PageHead title={t`Care`} tabs={<PeopleTabs />}>
        <Trans>Whom you could turn to again, and why. Nobody but you sees any of it.</Trans>
      </PageHead>
      <MarginColumn>
        {data !== undefined ? (
          <Listed care={data} />
        ) : error !== null ? (
          <Failure error={error} onAgain={() => void refetch()} />
        ) : (
          <RowSkeleton count={3} />
        )}
      </MarginColumn>
    </Page>
  )
}

function Listed({ care: { due, more, asked, rhythms } }: { care: Care }) {
  return (
    <>
      {asked.map(({ tie, person }) => (
        <ClosenessQuestion key={tie} tie={tie} person={person} />
      ))}
      {due.length === 0 ? (
        <NobodyDue rhythms={rhythms} />
      ) : (
        <DueList due={due} renderAsk={(one) => <AskButton tie={{ id: one.tie }} />} />
      )}
      {more && (
        <p className={text.meta}>
          <Trans>and more</Trans>
        </p>
      )}
      <div className={layout.room}>
        <CareSwitch />
      </div>
    </>
  )
}

function NobodyDue({ rhythms }: { rhythms: boolean }) {
  const { t } = useLingui()
  const toCircles = (
    <Link to="/circles" className={buttonClass(rhythms ? 'second' : 'primary')}>
      <Trans>To your circles</Trans>
    </Link>
  )
  return (
    <EmptyState title={rhythms ? t`Nobody waits for you` : t`No rhythm yet`} actions={toCircles}>
      {rhythms ? (
        <Trans>
          Whoever you have exchanged nothing with for longer than the rhythm of a circle stands here, once
          there is a reason to get in touch.
        </Trans>
      ) : (
        <Trans>
          Open a circle and say after how long you would like to be reminded of those in it. Whoever you have
          exchanged nothing with for so long stands here, once there is a reason to get in touch.
        </Trans>
      )}
    </EmptyState>
  )
}
