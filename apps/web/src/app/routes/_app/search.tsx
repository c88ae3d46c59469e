import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { FilterBar } from '../../../features/filters/filter-bar.tsx'
import { NothingFound } from '../../../features/search/nothing-found.tsx'
import { RecentSearches } from '../../../features/search/recent-searches.tsx'
import css from '../../../features/search/search.module.css'
import { SearchField } from '../../../features/search/search-field.tsx'
import { searchQuery } from '../../../features/search/search-queries.ts'
import { SearchResults } from '../../../features/search/search-results.tsx'
import {
  type FilterSearch,
  type Filters,
  filtersOf,
  readFilterSearch,
  searchOf,
} from '../../../lib/filters.ts'
import { circlesQuery } from '../../../lib/my-queries.ts'
import { rememberSearch } from '../../../lib/remembered-mine.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { CardSkeleton } from '../../../ui/skeleton.tsx'
import text from '../../../ui/text.module.css'
import { Failure } from '../../failure.tsx'
import { useRenderCard } from '../../use-render-card.tsx'

export const Route = createFileRoute('/_app/search')({
  validateSearch: (raw: Record<string, unknown>): FilterSearch & { q?: string | undefined } => ({
    ...wordsIn(raw['q']),
    ...readFilterSearch(raw),
  }),
  component: SearchRoute,
})

function wordsIn(q: unknown): { q?: string } {
  return typeof q === 'string' && q !== '' ? { q } : {}
}

function SearchRoute() {
  const { t } = useLingui()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const circles = useQuery(circlesQuery)
  const { q = '' } = search
  const filters = filtersOf(search)
  // The list of recent searches is read again when one more was meant.
  const [meant, setMeant] = useState(0)
  useTitle(q === '' ? t`Search` : t`${q} · Search`)
  const change = (next: { q?: string | undefined } & FilterSearch) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false })
  const setFilters = (next: Filters) => change(searchOf(next))
  return (
    <Page
      aside={
        <RecentSearches
          key={meant}
          renderLink={(words) => (
            <Link to="/search" search={{ q: words }} className={text.tapLink}>
              {words}
            </Link>
          )}
        />
      }
    >
      <h1 className={text.vh}>{t`Search`}</h1>
      <SearchField
        q={q}
        onSearch={(words) => change({ q: words === '' ? undefined : words })}
        onMeant={(words) => {
          rememberSearch(words)
          setMeant((count) => count + 1)
        }}
      />
      <div className={css.filters}>
        <FilterBar filters={filters} circles={circles.data ?? []} onFilter={setFilters} />
      </div>
      {q === '' ? (
        <p className={css.status}>
          <Trans>
            Looks through everything that reaches you, what you wrote and what is addressed to you: titles,
            places and people’s words. “Words in quotes” stand together; -without leaves something out.
          </Trans>
        </p>
      ) : (
        <Found q={q} filters={filters} onFilter={setFilters} />
      )}
    </Page>
  )
}

function Found({ q, filters, onFilter }: { q: string; filters: Filters; onFilter: (next: Filters) => void }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const renderCard = useRenderCard()
  const found = useInfiniteQuery(searchQuery(q, filters))
  if (found.error !== null && found.data === undefined) {
    return <Failure error={found.error} onAgain={() => void found.refetch()} />
  }
  if (found.data === undefined) {
    return (
      <MarginColumn aria-busy>
        <p className={text.vh} role="status">{t`Loading`}</p>
        <CardSkeleton />
      </MarginColumn>
    )
  }
  const { pages } = found.data
  if (pages.every(({ cards }) => cards.length === 0)) {
    return <NothingFound q={q} filters={filters} onFilter={onFilter} onAsk={() => openSheet('ask', q)} />
  }
  return <SearchResults q={q} pages={pages} found={found} renderCard={renderCard} />
}
