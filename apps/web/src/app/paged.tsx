import { useLingui } from '@lingui/react/macro'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useErrorWords } from '../lib/use-error-words.ts'
import { ShowMore } from '../ui/show-more.tsx'
import { CardSkeleton } from '../ui/skeleton.tsx'
import text from '../ui/text.module.css'
import { Failure } from './failure.tsx'

/** A list that comes page by page: the shape it will have, why it did not come, or what `children` makes of its pages. */
export function Paged<Page>({ list, skeleton = <CardSkeleton />, children }: PagedProps<Page>) {
  const { t } = useLingui()
  const words = useErrorWords()
  if (list.data !== undefined) {
    return (
      <>
        {children(list.data.pages)}
        <ShowMore of={list} words={words} />
      </>
    )
  }
  if (list.error !== null) return <Failure error={list.error} onAgain={() => void list.refetch()} />
  return (
    <>
      <p className={text.vh} role="status">{t`Loading`}</p>
      {skeleton}
    </>
  )
}

interface PagedProps<Page> {
  list: UseInfiniteQueryResult<InfiniteData<Page>>
  skeleton?: ReactNode
  children: (pages: readonly Page[]) => ReactNode
}
