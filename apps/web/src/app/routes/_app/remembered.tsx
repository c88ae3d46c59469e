import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { OutcomeQuestion } from '../../../features/remembered/outcome-question.tsx'
import { RememberedList } from '../../../features/remembered/remembered-list.tsx'
import { RememberedNote } from '../../../features/remembered/remembered-note.tsx'
import { rememberedQuery } from '../../../features/remembered/remembered-queries.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { CardSkeleton } from '../../../ui/skeleton.tsx'
import { Failure } from '../../failure.tsx'
import { FeedTabs } from '../../feed-tabs.tsx'
import { PageHead } from '../../page-head.tsx'
import { useRenderCard } from '../../use-render-card.tsx'

export const Route = createFileRoute('/_app/remembered')({ component: RememberedRoute })

function RememberedRoute() {
  const { t } = useLingui()
  return (
    <Page aside={<section />}>
      <PageHead title={t`Remembered`} tabs={<FeedTabs />}>
        <Trans>Seen by nobody but you, as long as it reaches you.</Trans>
      </PageHead>
      <MarginColumn>
        <OutcomeQuestion />
      </MarginColumn>
      <RememberedPages />
    </Page>
  )
}

function RememberedPages() {
  const pages = useInfiniteQuery(rememberedQuery)
  const renderCard = useRenderCard()
  if (pages.data === undefined) {
    return (
      <MarginColumn>
        {pages.error === null ? (
          <CardSkeleton />
        ) : (
          <Failure error={pages.error} onAgain={() => void pages.refetch()} />
        )}
      </MarginColumn>
    )
  }
  // What was forgotten a moment ago is gone at once.
  const entries = pages.data.pages
    .flatMap((page) => page.remembered)
    .filter(({ voice }) => voice.remembered !== null)
  if (entries.length === 0 && !pages.hasNextPage) return <NothingRemembered />
  return (
    <RememberedList
      entries={entries}
      pages={pages}
      renderEntry={(entry, place) =>
        renderCard(
          { subject: entry.voice.subject, voices: [entry.voice], more: 0, moreBeyond: false },
          place,
          <RememberedNote entry={entry} />,
        )
      }
    />
  )
}

function NothingRemembered() {
  const { t } = useLingui()
  return (
    <EmptyState
      title={t`Nothing remembered yet`}
      actions={
        <Link to="/" className={buttonClass('primary')}>
          <Trans>To the feed</Trans>
        </Link>
      }
    >
      <Trans>What you want to find again stands here, with your reason. Nobody else learns of it.</Trans>
    </EmptyState>
  )
}
