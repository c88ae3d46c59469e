import type { Remembered } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Fragment, type ReactNode, useRef } from 'react'
import { useCardKeys } from '../../lib/use-card-keys.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { MarginColumn } from '../../ui/page.tsx'

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
      {pages.isFetchNextPageError && <Refusal>{words(pages.error)}</Refusal>}
      {pages.hasNextPage && (
        <p className={layout.part}>
          <Button
            busy={pages.isFetchingNextPage}
            busyLabel={t`Loading`}
            onClick={() => void pages.fetchNextPage()}
          >
            <Trans>Show more</Trans>
          </Button>
        </p>
      )}
    </>
  )
}

interface RememberedListProps {
  entries: readonly Remembered[]
  pages: UseInfiniteQueryResult
  renderEntry: (entry: Remembered, place: { number: number; of: number }) => ReactNode
}
