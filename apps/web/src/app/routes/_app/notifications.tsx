import type { Notifications } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { keyOf, NotificationList } from '../../../features/notifications/notification-list.tsx'
import { notificationsQuery, useSee } from '../../../features/notifications/notification-queries.ts'
import { useNewOnes } from '../../../lib/use-new-ones.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { RowSkeleton } from '../../../ui/skeleton.tsx'
import { PageHead } from '../../page-head.tsx'
import { Paged } from '../../paged.tsx'

export const Route = createFileRoute('/_app/notifications')({ component: NotificationsPage })

function NotificationsPage() {
  const { t } = useLingui()
  return (
    <Page aside={<section />}>
      <PageHead title={t`Notifications`}>
        <Trans>What concerns you. Nobody is told that you read it.</Trans>
      </PageHead>
      <MarginColumn>
        <Paged list={useInfiniteQuery(notificationsQuery)} skeleton={<RowSkeleton />}>
          {(pages) => <Told pages={pages} />}
        </Paged>
      </MarginColumn>
    </Page>
  )
}

function Told({ pages }: { pages: readonly Notifications[] }) {
  const { t } = useLingui()
  const { mutate: see } = useSee()
  const notifications = [
    ...new Map(pages.flatMap((page) => page.notifications).map((one) => [keyOf(one), one])).values(),
  ]
  const newOnes = useNewOnes({
    fresh: notifications.filter(({ unseen }) => unseen).map(keyOf),
    asOf: pages[0]?.asOf,
    onSeen: see,
  })
  if (notifications.length === 0) {
    return (
      <EmptyState
        title={t`Nothing to tell you`}
        actions={
          <Link to="/" className={buttonClass('second')}>
            <Trans>To the feed</Trans>
          </Link>
        }
      >
        <Trans>
          Comments on what you recommend, what is addressed to you, and what others say about the same things
          will stand here.
        </Trans>
      </EmptyState>
    )
  }
  return <NotificationList notifications={notifications} isNew={(one) => newOnes.has(keyOf(one))} />
}
