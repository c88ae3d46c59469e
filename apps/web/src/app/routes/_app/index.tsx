import type { Card, FeedOrder } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { CircleLegend } from '../../../features/feed/circle-legend.tsx'
import css from '../../../features/feed/feed.module.css'
import { FeedBar } from '../../../features/feed/feed-bar.tsx'
import { FeedList } from '../../../features/feed/feed-list.tsx'
import type { FeedFilter } from '../../../features/feed/feed-queries.ts'
import { feedSearch } from '../../../features/feed/feed-search.ts'
import { FirstDay } from '../../../features/feed/first-day.tsx'
import { OffersLane, OffersQuestion } from '../../../features/feed/offers.tsx'
import { useFeed } from '../../../features/feed/use-feed.ts'
import { useOpenWhy } from '../../../features/recommendations/open-why.ts'
import { RecommendationCard } from '../../../features/recommendations/recommendation-card.tsx'
import { requestsQuery } from '../../../features/ties/tie-queries.ts'
import { TieQuestion } from '../../../features/ties/tie-question.tsx'
import { circlesQuery, tiesQuery } from '../../../lib/my-queries.ts'
import { remember, remembered } from '../../../lib/remembered.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { Pill } from '../../../ui/pill.tsx'
import { CardSkeleton } from '../../../ui/skeleton.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import text from '../../../ui/text.module.css'
import { Failure } from '../../failure.tsx'

export const Route = createFileRoute('/_app/')({ validateSearch: feedSearch, component: FeedPage })

function FeedPage() {
  const { t } = useLingui()
  const { filter, setFilter } = useFilter()
  const feed = useFeed(filter)
  const circles = useQuery(circlesQuery)
  useTitle(t`Feed`)
  const filtered = filter.kinds.length > 0 || filter.circle !== null
  const isFirstDay = feed.feed.isSuccess && feed.cards.length === 0 && !filtered
  return (
    <Page
      aside={
        <CircleLegend
          circles={circles.data ?? []}
          chosen={filter.circle}
          onChoose={(circle) => setFilter({ ...filter, circle })}
        />
      }
    >
      <div className={css.head}>
        <h1 className={text.vh}>{t`Feed`}</h1>
        <Tabs label={t`Feed`}>
          <Link to="/" aria-current="page">
            {t({ message: 'All', context: 'feed tab' })}
          </Link>
        </Tabs>
        {!isFirstDay && <FeedBar filter={filter} circles={circles.data ?? []} onFilter={setFilter} />}
      </div>
      <FeedBody feed={feed} isFirstDay={isFirstDay} />
    </Page>
  )
}

function FeedBody({ feed, isFirstDay }: { feed: ReturnType<typeof useFeed>; isFirstDay: boolean }) {
  const { t } = useLingui()
  const question = useQuery(requestsQuery)
  // The question that may stand above comes with the feed, not after it: nothing moves.
  if (feed.feed.isPending || question.isPending) {
    return (
      <MarginColumn aria-busy>
        <p className={text.vh} role="status">{t`Loading`}</p>
        <CardSkeleton />
      </MarginColumn>
    )
  }
  if (feed.feed.data === undefined) {
    return (
      <MarginColumn>
        <Failure error={feed.feed.error} onAgain={() => void feed.feed.refetch()} />
      </MarginColumn>
    )
  }
  return <LoadedFeed feed={feed} isFirstDay={isFirstDay} />
}

function LoadedFeed({ feed, isFirstDay }: { feed: ReturnType<typeof useFeed>; isFirstDay: boolean }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const openWhy = useOpenWhy()
  const ties = useQuery(tiesQuery)
  const { firstPage, newCount } = feed
  const renderCard = (card: Card, place: { number: number; of: number }) => (
    <RecommendationCard
      key={card.subject.id}
      card={card}
      place={place}
      onWhy={openWhy}
      onSecond={(subject) => openSheet('recommend', subject)}
    />
  )
  const question = firstPage?.offersQuestion ?? null
  return (
    <>
      <Pill
        text={newCount > 0 ? t`${newCount} new` : null}
        onPress={() => {
          feed.showNew()
          scrollTo({ top: 0 })
        }}
      />
      <MarginColumn>
        <TieQuestion otherwise={question === null ? null : <OffersQuestion tie={question} />} />
        {isFirstDay && (
          <FirstDay
            ties={ties.data ?? []}
            onInvite={() => openSheet('invite')}
            onNote={() => openSheet('recommend')}
          />
        )}
      </MarginColumn>
      {!isFirstDay && <FeedList feed={feed} renderCard={renderCard} />}
      {firstPage?.offersOpen && (
        <MarginColumn>
          <OffersLane renderCard={(card) => renderCard(card, { number: 1, of: -1 })} />
        </MarginColumn>
      )}
    </>
  )
}

/** The filters stand in the address, the order is remembered on this device. */
function useFilter() {
  const { kinds = [], circle = null } = Route.useSearch()
  const navigate = Route.useNavigate()
  const [order, setOrder] = useState<FeedOrder>(remembered('order') === 'newest' ? 'newest' : 'ranked')
  const filter: FeedFilter = { order, kinds, circle }
  return {
    filter,
    setFilter: (next: FeedFilter) => {
      remember('order', next.order === 'newest' ? 'newest' : null)
      setOrder(next.order)
      void navigate({
        search: (before) => ({
          ...before,
          kinds: next.kinds.length > 0 ? [...next.kinds] : undefined,
          circle: next.circle ?? undefined,
        }),
        replace: true,
        resetScroll: false,
      })
    },
  }
}
