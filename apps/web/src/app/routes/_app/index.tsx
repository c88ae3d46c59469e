import type { FeedCard, FeedOrder } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, redirect } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { KeptAnswers } from '../../../features/ask-links/kept-answers.tsx'
import { CircleLegend } from '../../../features/feed/circle-legend.tsx'
import css from '../../../features/feed/feed.module.css'
import { FeedList } from '../../../features/feed/feed-list.tsx'
import { FirstDay } from '../../../features/feed/first-day.tsx'
import { NothingLeft } from '../../../features/feed/nothing-left.tsx'
import { OffersLane, OffersQuestion } from '../../../features/feed/offers.tsx'
import { useFeed } from '../../../features/feed/use-feed.ts'
import { FilterBar } from '../../../features/filters/filter-bar.tsx'
import { OutcomeQuestion } from '../../../features/remembered/outcome-question.tsx'
import { questionsQuery } from '../../../features/remembered/question-queries.ts'
import { requestsQuery } from '../../../features/ties/tie-queries.ts'
import { TieQuestion } from '../../../features/ties/tie-question.tsx'
import { codeOf } from '../../../lib/api-error.ts'
import {
  type FilterSearch,
  type Filters,
  filtersOf,
  isFiltered,
  readFilterSearch,
  searchOf,
  UNFILTERED,
} from '../../../lib/filters.ts'
import { circlesQuery, tiesQuery } from '../../../lib/my-queries.ts'
import {
  rememberedFilters,
  rememberedOrder,
  rememberFilters,
  rememberOrder,
} from '../../../lib/remembered-mine.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { Order } from '../../../ui/order.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import text from '../../../ui/text.module.css'
import { fetchFeedAhead } from '../../feed-ahead.ts'
import { FeedTabs } from '../../feed-tabs.tsx'
import { Heard } from '../../heard.tsx'
import { useRenderCard } from '../../use-render-card.tsx'

export const Route = createFileRoute('/_app/')({
  validateSearch: readFilterSearch,
  beforeLoad: ({ search }) => {
    const last = lastFilters(search)
    if (last !== undefined) {
      redirect({ to: '/', search: (before) => ({ ...before, ...last }), replace: true, throw: true })
    }
  },
  loaderDeps: ({ search }) => filtersOf(search),
  loader: ({ context, deps }) => fetchFeedAhead(context.queryClient, { order: rememberedOrder(), ...deps }),
  component: FeedPage,
})

function FeedPage() {
  const { t } = useLingui()
  const { filter, setFilters, setOrder } = useFilter()
  // What was pressed shows at once, the cards as soon as they are rendered.
  const feed = useFeed(useDeferredValue(filter))
  const circles = useQuery(circlesQuery)
  useTitle(t`Feed`)
  const isEmpty = feed.feed.isSuccess && feed.cards.length === 0
  // A circle or place of the address may be gone.
  const isLost = codeOf(feed.feed.error) === 'not_found'
  const isFirstDay = feed.feed.isSuccess && !isFiltered(filter) && isAlmostNothing(feed.cards)
  return (
    <Page
      aside={
        <CircleLegend
          circles={circles.data ?? []}
          chosen={filter.circle}
          onChoose={(circle) => setFilters({ ...filter, circle })}
        />
      }
    >
      <div className={css.head}>
        <h1 className={text.vh}>{t`Feed`}</h1>
        <FeedTabs />
        {!isFirstDay && (
          <div className={css.bar}>
            <FilterBar filters={filter} circles={circles.data ?? []} onFilter={setFilters} />
            <FeedOrderChoice order={filter.order} onOrder={setOrder} />
          </div>
        )}
      </div>
      {(isEmpty && !isFirstDay) || isLost ? (
        <NothingLeft onClear={() => setFilters(UNFILTERED)} />
      ) : (
        <FeedBody feed={feed} isFirstDay={isFirstDay} />
      )}
    </Page>
  )
}

/** Nothing, or one ask of somebody’s: then it is the first day, and that ask stands below what there is to do. */
function isAlmostNothing(cards: readonly FeedCard[]): boolean {
  return cards.length <= 1 && cards.every((card) => 'ask' in card)
}

function FeedOrderChoice({ order, onOrder }: { order: FeedOrder; onOrder: (order: FeedOrder) => void }) {
  const { t } = useLingui()
  const choices: { value: FeedOrder; title: string }[] = [
    { value: 'ranked', title: t`Most trusted` },
    { value: 'newest', title: t`Newest` },
  ]
  return <Order label={t`Order`} choices={choices} value={order} onChoose={onOrder} />
}

function FeedBody({ feed, isFirstDay }: { feed: ReturnType<typeof useFeed>; isFirstDay: boolean }) {
  const request = useQuery(requestsQuery)
  const outcome = useQuery(questionsQuery)
  const renderCard = useRenderCard()
  // The question that may stand above comes with the feed, not after it: nothing moves.
  return (
    <Heard feed={feed} isWaiting={request.isPending || outcome.isPending}>
      <Above feed={feed} isFirstDay={isFirstDay} />
      {(!isFirstDay || feed.cards.length > 0) && <FeedList feed={feed} renderCard={renderCard} />}
      {feed.firstPage?.offersOpen && (
        <MarginColumn>
          <OffersLane renderCard={(card) => renderCard(card, { number: 1, of: -1 })} />
        </MarginColumn>
      )}
    </Heard>
  )
}

function Above({ feed: { firstPage, cards }, isFirstDay }: Parameters<typeof FeedBody>[0]) {
  const openSheet = useOpenSheet()
  const ties = useQuery(tiesQuery)
  const question = firstPage?.offersQuestion ?? null
  return (
    <MarginColumn>
      <KeptAnswers
        otherwise={
          <TieQuestion
            otherwise={question === null ? <OutcomeQuestion /> : <OffersQuestion tie={question} />}
          />
        }
      />
      {isFirstDay && (
        <FirstDay
          ties={ties.data ?? []}
          hasAsk={cards.length > 0}
          onInvite={() => openSheet('invite')}
          onNote={() => openSheet('note')}
        />
      )}
    </MarginColumn>
  )
}

/** The filters stand in the address, and like the order they are remembered on this device. */
function useFilter() {
  const filters = Route.useSearch({ select: filtersOf, structuralSharing: true })
  const navigate = Route.useNavigate()
  const [order, setOrder] = useState(rememberedOrder)
  const filter = useMemo(() => ({ order, ...filters }), [order, filters])
  return {
    filter,
    setOrder: (next: FeedOrder) => {
      rememberOrder(next)
      setOrder(next)
    },
    setFilters: (next: Filters) => {
      const search = searchOf(next)
      rememberFilters(isFiltered(next) ? search : null)
      void navigate({ search: (before) => ({ ...before, ...search }), replace: true, resetScroll: false })
    },
  }
}

/** The filters of last time, for an address that names none; undefined where there were none. */
function lastFilters(search: FilterSearch): FilterSearch | undefined {
  const last = rememberedFilters()
  if (last === null || isFiltered(filtersOf(search))) return undefined
  const known = readFilterSearch(last)
  return isFiltered(filtersOf(known)) ? known : undefined
}
