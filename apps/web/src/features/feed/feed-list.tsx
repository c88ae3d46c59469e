import type { FeedCard } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Fragment, type ReactNode, useRef } from 'react'
import { useCardKeys } from '../../lib/use-card-keys.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { UpToDate } from '../../ui/empty-state.tsx'
import { MarginColumn } from '../../ui/page.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { keyOf } from './feed-difference.ts'
import type { useFeed } from './use-feed.ts'

/** The finite list of cards, with j, k and o to move along it. */
export function FeedList({ feed: { feed, cards }, renderCard }: FeedListProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const list = useRef<HTMLDivElement>(null)
  useCardKeys(list)
  const complete = !feed.hasNextPage
  return (
    <>
      <div ref={list}>
        <MarginColumn spine role="feed" aria-label={t`Recommendations`} aria-busy={feed.isFetchingNextPage}>
          {cards.map((card, index) => (
            <Fragment key={keyOf(card)}>
              {renderCard(card, { number: index + 1, of: complete ? cards.length : -1 })}
            </Fragment>
          ))}
        </MarginColumn>
      </div>
      <MarginColumn>
        {complete ? (
          <UpToDate title={t`You are up to date.`}>
            <Trans>Nothing from beyond your ties is added to fill the page.</Trans>
          </UpToDate>
        ) : (
          <ShowMore of={feed} words={words} />
        )}
      </MarginColumn>
    </>
  )
}

interface FeedListProps {
  feed: ReturnType<typeof useFeed>
  renderCard: (card: FeedCard, place: { number: number; of: number }) => ReactNode
}
