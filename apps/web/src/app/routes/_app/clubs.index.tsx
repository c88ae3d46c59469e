import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { KeyRound, Plus } from 'lucide-react'
import { ClubList } from '../../../features/clubs/club-list.tsx'
import { WaitingInvitations } from '../../../features/clubs/waiting-invitations.tsx'
import { clubsQuery } from '../../../lib/my-queries.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { RowSkeleton } from '../../../ui/skeleton.tsx'
import { Failure } from '../../failure.tsx'
import { PageHead } from '../../page-head.tsx'
import { PeopleTabs } from '../../people-tabs.tsx'

export const Route = createFileRoute('/_app/clubs/')({ component: ClubsPage })

function ClubsPage() {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const { data, error, refetch } = useQuery(clubsQuery)
  return (
    <Page aside={<section />}>
      <PageHead
        title={t`Your clubs`}
        tabs={<PeopleTabs />}
        actions={
          <>
            <Button variant="primary" onClick={() => openSheet('join')}>
              <Icon of={KeyRound} />
              <Trans>I have a code</Trans>
            </Button>
            <Button onClick={() => openSheet('found')}>
              <Icon of={Plus} />
              <Trans>Found a club</Trans>
            </Button>
          </>
        }
      >
        <Trans>Groups whose members know of each other. Being in one makes no tie.</Trans>
      </PageHead>
      <MarginColumn>
        {error !== null && data === undefined ? (
          <Failure error={error} onAgain={() => void refetch()} />
        ) : data === undefined ? (
          <RowSkeleton />
        ) : (
          <>
            <WaitingInvitations invitations={data.invitations} />
            <div className={layout.part}>
              <ClubList clubs={data.clubs} />
            </div>
          </>
        )}
      </MarginColumn>
    </Page>
  )
}
