import type { Threads } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { ThreadList } from '../../../features/threads/thread-list.tsx'
import { threadsQuery } from '../../../features/threads/thread-queries.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useGoing } from '../../../ui/going.ts'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { RowSkeleton } from '../../../ui/skeleton.tsx'
import { PageHead } from '../../page-head.tsx'
import { Paged } from '../../paged.tsx'
import { PeopleTabs } from '../../people-tabs.tsx'

export const Route = createFileRoute('/_app/threads/')({ component: ThreadsPage })

function ThreadsPage() {
  const { t } = useLingui()
  return (
    <Page aside={<section />}>
      <PageHead title={t`Threads`} tabs={<PeopleTabs />}>
        <Trans>What you and somebody you know write to each other. Nobody else reads it.</Trans>
      </PageHead>
      <MarginColumn>
        <Paged list={useInfiniteQuery(threadsQuery)} skeleton={<RowSkeleton count={5} />}>
          {(pages) => <Listed pages={pages} />}
        </Paged>
      </MarginColumn>
    </Page>
  )
}

function Listed({ pages }: { pages: readonly Threads[] }) {
  const { t } = useLingui()
  const listed = new Map(pages.flatMap((page) => page.threads).map((one) => [one.id, one]))
  const going = useGoing()
  const threads = [...listed.values()].filter(({ id }) => !going.has(id))
  if (threads.length > 0) return <ThreadList threads={threads} />
  return (
    <EmptyState
      title={t`Nothing written yet`}
      actions={
        <Link to="/people" className={buttonClass('primary')}>
          <Trans>To your people</Trans>
        </Link>
      }
    >
      <Trans>Beside every name among your people stands a pen. What you two write stands here.</Trans>
    </EmptyState>
  )
}
