import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { CircleHelp } from 'lucide-react'
import { ownAsksQuery } from '../../../features/asks/ask-queries.ts'
import { CouldAnswer } from '../../../features/asks/could-answer.tsx'
import { OwnAsks } from '../../../features/asks/own-asks.tsx'
import { FeedList } from '../../../features/feed/feed-list.tsx'
import { NothingLeft } from '../../../features/feed/nothing-left.tsx'
import { useFeed } from '../../../features/feed/use-feed.ts'
import { FilterBar } from '../../../features/filters/filter-bar.tsx'
import { codeOf } from '../../../lib/api-error.ts'
import {
  type Filters,
  filtersOf,
  isFiltered,
  readFilterSearch,
  searchOf,
  UNFILTERED,
} from '../../../lib/filters.ts'
import { circlesQuery } from '../../../lib/my-queries.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Icon } from '../../../ui/icon.tsx'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import text from '../../../ui/text.module.css'
import { FeedTabs } from '../../feed-tabs.tsx'
import { Heard } from '../../heard.tsx'
import { PageHead } from '../../page-head.tsx'
import { Paged } from '../../paged.tsx'
import { useRenderCard } from '../../use-render-card.tsx'

export const Route = createFileRoute('/_app/asks/')({ validateSearch: readFilterSearch, component: AsksPage })

function AsksPage() {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  return (
    <Page aside={<CouldAnswer />} below>
      <PageHead
        title={t`Asks`}
        tabs={<FeedTabs />}
        actions={
          <Button variant="primary" onClick={() => openSheet('ask')}>
            <Icon of={CircleHelp} />
            <Trans>Ask your people</Trans>
          </Button>
        }
      >
        <Trans>Somebody whom you know, or somebody they know, may have just what you look for.</Trans>
      </PageHead>
      <MarginColumn>
        <Paged list={useInfiniteQuery(ownAsksQuery)} skeleton={null}>
          {(pages) => <Mine asks={pages.flatMap(({ asks }) => asks)} />}
        </Paged>
      </MarginColumn>
      <Others />
    </Page>
  )
}

function Mine({ asks }: { asks: Parameters<typeof OwnAsks>[0]['asks'] }) {
  const { t } = useLingui()
  if (asks.length === 0) return null
  return (
    <section className={layout.room}>
      <h2 className={text.section}>{t`What you ask`}</h2>
      <OwnAsks asks={asks} />
    </section>
  )
}

/** What others ask, as far as I hear it and the filters of the address let it through. */
function Others() {
  const { t } = useLingui()
  const filters = filtersOf(Route.useSearch())
  const navigate = Route.useNavigate()
  const circles = useQuery(circlesQuery)
  const feed = useFeed({ order: 'ranked', only: 'asks', ...filters })
  const renderCard = useRenderCard()
  const setFilters = (next: Filters) =>
    void navigate({
      search: (before) => ({ ...before, ...searchOf(next) }),
      replace: true,
      resetScroll: false,
    })
  const isNone = feed.feed.isSuccess && feed.cards.length === 0
  // A circle or place of the address may be gone.
  const isLost = codeOf(feed.feed.error) === 'not_found'
  const isNarrow = isFiltered(filters)
  return (
    <>
      {(isNarrow || !isNone) && (
        <MarginColumn>
          <div className={layout.room}>
            <FilterBar filters={filters} circles={circles.data ?? []} onFilter={setFilters} />
          </div>
        </MarginColumn>
      )}
      {isLost || (isNone && isNarrow) ? (
        <MarginColumn>
          <NothingLeft onClear={() => setFilters(UNFILTERED)} />
        </MarginColumn>
      ) : (
        <Heard feed={feed}>
          {isNone ? (
            <MarginColumn>
              <EmptyState title={t`Nobody asks just now`}>
                <Trans>What your people look for, and theirs, will stand here until it is found.</Trans>
              </EmptyState>
            </MarginColumn>
          ) : (
            <FeedList feed={feed} renderCard={renderCard} />
          )}
        </Heard>
      )}
    </>
  )
}
