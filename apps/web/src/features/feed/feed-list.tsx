import type { Card } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Fragment, type ReactNode, useRef } from 'react'
import { useCardKeys } from '../../lib/use-card-keys.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
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
