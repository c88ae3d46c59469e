import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ownQuery } from '../features/people/people-queries.ts'
import { OwnList } from '../features/recommendations/own-list.tsx'
import { useOpenSheet } from '../lib/use-sheet.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Paged } from './paged.tsx'

/** What I wrote, page by page; the notebook alone, or all of it. */
export function OwnPages({ notebook }: { notebook: boolean }) {
  return (
    <Paged list={useInfiniteQuery(ownQuery(notebook))}>
      {(pages) => {
        const own = pages.flatMap((page) => page.recommendations)
        return own.length === 0 ? <NothingWritten notebook={notebook} /> : <OwnList own={own} />
      }}
    </Paged>
  )
}

function NothingWritten({ notebook }: { notebook: boolean }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  return (
    <EmptyState
      title={notebook ? t`An empty notebook` : t`Nothing written yet`}
      actions={
        <Button variant="primary" onClick={() => openSheet(notebook ? 'note' : 'recommend')}>
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
