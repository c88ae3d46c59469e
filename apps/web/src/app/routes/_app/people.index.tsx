import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { AtSign, Send } from 'lucide-react'
import { TieList } from '../../../features/people/tie-list.tsx'
import { OpenRequests } from '../../../features/ties/open-requests.tsx'
import { TieQuestion } from '../../../features/ties/tie-question.tsx'
import { circlesQuery, tiesQuery } from '../../../lib/my-queries.ts'
import { useMe } from '../../../lib/use-me.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState, RingsPicture } from '../../../ui/empty-state.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { RowSkeleton } from '../../../ui/skeleton.tsx'
import { Failure } from '../../failure.tsx'
import { PageHead } from '../../page-head.tsx'
import { PeopleTabs } from '../../people-tabs.tsx'

export const Route = createFileRoute('/_app/people/')({ component: PeoplePage })

function PeoplePage() {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const ties = useQuery(tiesQuery)
  const circles = useQuery(circlesQuery)
  return (
    <Page aside={<section />}>
      <PageHead
        title={t`The people you know`}
        tabs={<PeopleTabs />}
        actions={
          <>
            <Button variant="primary" onClick={() => openSheet('invite')}>
              <Icon of={Send} />
              <Trans>Invite</Trans>
            </Button>
            <Button onClick={() => openSheet('request')}>
              <Icon of={AtSign} />
              <Trans>By handle</Trans>
            </Button>
          </>
        }
      >
        {ties.data !== undefined && ties.data.length > 0 && (
          <>
            <Plural value={ties.data.length} one="# tie." other="# ties." />{' '}
            <Trans>A line is as thick as you say you are close; only you see it.</Trans>
          </>
        )}
      </PageHead>
      <MarginColumn>
        <TieQuestion otherwise={null} />
        <OpenRequests />
        {ties.error !== null ? (
          <Failure error={ties.error} onAgain={() => void ties.refetch()} />
        ) : ties.data === undefined || circles.data === undefined ? (
          <RowSkeleton count={8} />
        ) : ties.data.length === 0 ? (
          <Nobody />
        ) : (
          <TieList ties={ties.data} circles={circles.data} />
        )}
      </MarginColumn>
    </Page>
  )
}

function Nobody() {
  const { t } = useLingui()
  const me = useMe()
  return (
    <EmptyState
      picture={<RingsPicture me={me.name} ties={[]} label={t`You, and room for the people you know`} />}
      title={t`Nobody here yet`}
    >
      <Trans>
        Here stand the people you have a tie with, by circle. A tie needs both: invite somebody, or ask by
        handle.
      </Trans>
    </EmptyState>
  )
}
