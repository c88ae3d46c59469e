import type { Card } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Fragment, type ReactNode, type RefObject, useRef } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { UpToDate } from '../../ui/empty-state.tsx'
import { Refusal } from '../../ui/field.tsx'
import { MarginColumn } from '../../ui/page.tsx'
import css from './feed.module.css'
import { keyOf, type useFeed } from './use-feed.ts'

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
        {feed.isFetchNextPageError && <Refusal>{words(feed.error)}</Refusal>}
        {complete ? (
          <UpToDate title={t`You are up to date.`}>
            <Trans>Nothing from beyond your ties is added to fill the page.</Trans>
          </UpToDate>
        ) : (
          <div className={css.loadMore}>
            <Button
              busy={feed.isFetchingNextPage}
              busyLabel={t`Loading`}
              onClick={() => void feed.fetchNextPage()}
            >
              <Trans>Show more</Trans>
            </Button>
          </div>
        )}
      </MarginColumn>
    </>
  )
}

interface FeedListProps {
  feed: ReturnType<typeof useFeed>
  renderCard: (card: Card, place: { number: number; of: number }) => ReactNode
}

function useCardKeys(list: RefObject<HTMLDivElement | null>) {
  const move = (by: 1 | -1) => {
    const cards = [...(list.current?.querySelectorAll('article') ?? [])]
    const here = cards.findIndex((card) => card.contains(document.activeElement))
    const next = cards[here === -1 ? 0 : here + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    o: () => document.activeElement?.closest('article')?.querySelector<HTMLElement>('[data-open]')?.click(),
  })
}
