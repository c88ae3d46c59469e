import type { Notifications } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { keyOf, NotificationList } from '../../../features/notifications/notification-list.tsx'
import { notificationsQuery, useSee } from '../../../features/notifications/notification-queries.ts'
import { useNewOnes } from '../../../lib/use-new-ones.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { RowSkeleton } from '../../../ui/skeleton.tsx'
import text from '../../../ui/text.module.css'
import { Failure } from '../../failure.tsx'
import { PageHead } from '../../page-head.tsx'

export const Route = createFileRoute('/_app/notifications')({ component: NotificationsPage })

function NotificationsPage() {
  const { t } = useLingui()
  const found = useInfiniteQuery(notificationsQuery)
  return (
    <Page aside={<section />}>
      <PageHead title={t`Notifications`}>
        <Trans>What concerns you. Nobody is told that you read it.</Trans>
      </PageHead>
      <MarginColumn aria-busy={found.isPending}>
        {found.data !== undefined ? (
          <>
            <Told pages={found.data.pages} />
            {found.hasNextPage && (
              <p className={layout.part}>
                <Button
                  busy={found.isFetchingNextPage}
                  busyLabel={t`Loading`}
                  onClick={() => void found.fetchNextPage()}
                >
                  <Trans>Show more</Trans>
                </Button>
              </p>
            )}
          </>
        ) : found.error === null ? (
          <>
            <p className={text.vh} role="status">{t`Loading`}</p>
            <RowSkeleton />
          </>
        ) : (
          <Failure error={found.error} onAgain={() => void found.refetch()} />
        )}
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
