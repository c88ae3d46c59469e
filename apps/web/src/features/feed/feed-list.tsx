import type { FeedCard } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { memo, type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import { useCardKeys } from '../../lib/use-card-keys.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { UpToDate } from '../../ui/empty-state.tsx'
import { MarginColumn } from '../../ui/page.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { keyOf } from './feed-difference.ts'
import type { useFeed } from './use-feed.ts'

const STEP = 3

/** The finite list of cards, with j, k and o to move along it. */
export function FeedList({ feed: { feed, cards }, renderCard }: FeedListProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const list = useRef<HTMLDivElement>(null)
  useCardKeys(list)
  const complete = !feed.hasNextPage
  const count = useGrowing(cards.length, feed.data?.pages[0])
  return (
    <>
      <div ref={list}>
        <MarginColumn spine role="feed" aria-label={t`Recommendations`} aria-busy={feed.isFetchingNextPage}>
          {cards.slice(0, count).map((card, index) => (
            <CardAt
              key={keyOf(card)}
              card={card}
              number={index + 1}
              of={complete ? cards.length : -1}
              renderCard={renderCard}
            />
          ))}
        </MarginColumn>
      </div>
      {count >= cards.length && (
        <MarginColumn>
          {complete ? (
            <UpToDate title={t`You are up to date.`}>
              <Trans>Nothing from beyond your ties is added to fill the page.</Trans>
            </UpToDate>
          ) : (
            <ShowMore of={feed} words={words} />
          )}
        </MarginColumn>
      )}
    </>
  )
}

const shown = new WeakSet<object>()

/**
 * How many of so many cards there are by now: a few more with every picture, so that a slow device goes on listening. Of
 * what was shown before, beginning with the same `start`, all: one comes back to where one was.
 */
function useGrowing(all: number, start: object | undefined): number {
  const [count, setCount] = useState(start !== undefined && shown.has(start) ? all : 1)
  useEffect(() => {
    if (count < all) startTransition(() => setCount(count + STEP))
    else if (start !== undefined) shown.add(start)
  }, [count, all, start])
  return Math.min(count, all)
}

interface FeedListProps {
  feed: ReturnType<typeof useFeed>
  renderCard: RenderCard
}

type RenderCard = (card: FeedCard, place: { number: number; of: number }) => ReactNode

/** A card, which is rendered again only when it changed itself. */
const CardAt = memo(function CardAt({ card, number, of, renderCard }: CardAtProps) {
  return renderCard(card, { number, of })
})

interface CardAtProps {
  card: FeedCard
  number: number
  of: number
  renderCard: RenderCard
}
