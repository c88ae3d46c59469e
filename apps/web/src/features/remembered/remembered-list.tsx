import type { Remembered } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Fragment, type ReactNode, useRef } from 'react'
import { useCardKeys } from '../../lib/use-card-keys.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { MarginColumn } from '../../ui/page.tsx'
import { ShowMore } from '../../ui/show-more.tsx'

/** What I remember, newest first, with j, k and o to move along it. */
export function RememberedList({ entries, pages, renderEntry }: RememberedListProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const list = useRef<HTMLDivElement>(null)
  useCardKeys(list)
  const of = pages.hasNextPage ? -1 : entries.length
  return (
    <>
      <div ref={list}>
        <MarginColumn spine role="feed" aria-label={t`Remembered`} aria-busy={pages.isFetchingNextPage}>
          {entries.map((entry, at) => (
            <Fragment key={entry.voice.post}>{renderEntry(entry, { number: at + 1, of })}</Fragment>
          ))}
        </MarginColumn>
      </div>
      <MarginColumn>
        <ShowMore of={pages} words={words} />
      </MarginColumn>
    </>
  )
}

interface RememberedListProps {
  entries: readonly Remembered[]
  pages: UseInfiniteQueryResult
  renderEntry: (entry: Remembered, place: { number: number; of: number }) => ReactNode
}
