import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ownQuery } from '../features/people/people-queries.ts'
import { OwnList } from '../features/recommendations/own-list.tsx'
import { useOpenSheet } from '../lib/use-sheet.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import layout from '../ui/layout.module.css'
import { CardSkeleton } from '../ui/skeleton.tsx'
import { Failure } from './failure.tsx'

/** What I wrote, page by page; the notebook alone, or all of it. */
export function OwnPages({ notebook }: { notebook: boolean }) {
  const { t } = useLingui()
  const own = useInfiniteQuery(ownQuery(notebook))
  if (own.data === undefined) {
    return own.error === null ? (
      <CardSkeleton />
    ) : (
      <Failure error={own.error} onAgain={() => void own.refetch()} />
    )
  }
  const recommendations = own.data.pages.flatMap((page) => page.recommendations)
  if (recommendations.length === 0) return <NothingWritten notebook={notebook} />
  return (
    <>
      <OwnList own={recommendations} />
      {own.hasNextPage && (
        <p className={layout.part}>
          <Button
            busy={own.isFetchingNextPage}
            busyLabel={t`Loading`}
            onClick={() => void own.fetchNextPage()}
          >
            <Trans>Show more</Trans>
          </Button>
        </p>
      )}
    </>
  )
}

function NothingWritten({ notebook }: { notebook: boolean }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  return (
    <EmptyState
      title={notebook ? t`An empty notebook` : t`Nothing written yet`}
      actions={
        <Button variant="primary" onClick={() => openSheet('recommend')}>
          {notebook ? <Trans>Write something down</Trans> : <Trans>Recommend something</Trans>}
        </Button>
      }
    >
      {notebook ? (
        <Trans>What you keep here is seen by nobody but you, until you choose who hears it.</Trans>
      ) : (
        <Trans>What you recommend stands here, with who can see each.</Trans>
      )}
    </EmptyState>
  )
}
