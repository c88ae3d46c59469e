import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { useFeed } from '../features/feed/use-feed.ts'
import { MarginColumn } from '../ui/page.tsx'
import { Pill } from '../ui/pill.tsx'
import { CardSkeleton } from '../ui/skeleton.tsx'
import text from '../ui/text.module.css'
import { Failure } from './failure.tsx'

/** What is heard, with word of what is new above it; or that it is on its way, or that it could not be fetched. */
export function Heard({ feed: { feed, newCount, showNew }, isWaiting = false, children }: HeardProps) {
  const { t } = useLingui()
  if (feed.isPending || isWaiting) {
    return (
      <MarginColumn aria-busy>
        <p className={text.vh} role="status">{t`Loading`}</p>
        <CardSkeleton />
      </MarginColumn>
    )
  }
  if (feed.data === undefined) {
    return (
      <MarginColumn>
        <Failure error={feed.error} onAgain={() => void feed.refetch()} />
      </MarginColumn>
    )
  }
  return (
    <>
      <Pill
        text={newCount > 0 ? t`${newCount} new` : null}
        onPress={() => {
          showNew()
          scrollTo({ top: 0 })
        }}
      />
      {children}
    </>
  )
}

interface HeardProps {
  feed: ReturnType<typeof useFeed>
  /** Something that is to come with it, not after it. */
  isWaiting?: boolean
  children: ReactNode
}
