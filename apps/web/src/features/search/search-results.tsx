import type { Card, SearchPage } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { MarkWords } from '../../ui/marked.tsx'
import { MarginColumn } from '../../ui/page.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import css from './search.module.css'
import { wordsToMark } from './search-queries.ts'

/** What was found, nearest first, all of it. */
export function SearchResults({ q, pages, found, renderCard }: SearchResultsProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { hasNextPage: hasMore } = found
  const cards = pages.flatMap((page) => page.cards)
  const nearly = pages[0]?.nearly ?? false
  return (
    <>
      <p className={css.status} role="status">
        <FoundWords count={cards.length} nearly={nearly} hasMore={hasMore} />
      </p>
      <MarkWords words={nearly ? [] : wordsToMark(q)}>
        <MarginColumn spine role="feed" aria-label={t`What was found`} aria-busy={found.isFetchingNextPage}>
          {cards.map((card, index) => (
            <Fragment key={card.subject.id}>
              {renderCard(card, { number: index + 1, of: hasMore ? -1 : cards.length })}
            </Fragment>
          ))}
        </MarginColumn>
      </MarkWords>
      <MarginColumn>
        <ShowMore of={found} words={words} />
      </MarginColumn>
    </>
  )
}

interface SearchResultsProps {
  q: string
  pages: readonly SearchPage[]
  found: UseInfiniteQueryResult
  renderCard: (card: Card, place: { number: number; of: number }) => ReactNode
}

function FoundWords({ count, nearly, hasMore }: { count: number; nearly: boolean; hasMore: boolean }) {
  if (nearly) return <Trans>Nobody wrote exactly this. These come close.</Trans>
  if (hasMore) return <Trans>The first {count} subjects, what fits best and comes from nearest first.</Trans>
  return (
    <Plural
      value={count}
      one="# subject. This is everything that reaches you."
      other="# subjects, what fits best and comes from nearest first. This is everything that reaches you."
    />
  )
}
