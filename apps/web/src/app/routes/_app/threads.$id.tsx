import type { Thread } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { PersonRing } from '../../../features/threads/person-ring.tsx'
import { threadQuery } from '../../../features/threads/thread-queries.ts'
import { ThreadRoom } from '../../../features/threads/thread-room.tsx'
import css from '../../../features/threads/threads.module.css'
import { useLeave } from '../../../features/threads/use-thread-verbs.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { useOthersWords } from '../../../lib/words/others-words.ts'
import { Button } from '../../../ui/button.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { RowSkeleton } from '../../../ui/skeleton.tsx'
import { BackLink } from '../../back-link.tsx'
import { PageFailure } from '../../failure.tsx'

export const Route = createFileRoute('/_app/threads/$id')({ component: ThreadPage })

function ThreadPage() {
  const { id } = Route.useParams()
  return (
    <Page aside={<section />}>
      <BackLink />
      <MarginColumn>
        <Opened key={id} id={id} />
      </MarginColumn>
    </Page>
  )
}

function Opened({ id }: { id: string }) {
  const { t } = useLingui()
  const navigate = Route.useNavigate()
  const list = useInfiniteQuery(threadQuery(id))
  const [newest] = list.data?.pages ?? []
  if (newest === undefined) {
    if (list.error !== null) return <PageFailure error={list.error} onAgain={() => void list.refetch()} />
    return <RowSkeleton count={6} />
  }
  const messages = (list.data?.pages ?? []).flatMap((page) => page.messages).toReversed()
  return (
    <>
      <Head thread={newest.thread} onLeft={() => void navigate({ to: '/threads' })} />
      {list.hasNextPage && (
        <Button
          variant="quiet"
          busy={list.isFetchingNextPage}
          busyLabel={t`Loading`}
          onClick={() => void list.fetchNextPage()}
        >
          <Trans>Show earlier messages</Trans>
        </Button>
      )}
      <ThreadRoom page={newest} messages={messages} />
    </>
  )
}

function Head({ thread, onLeft }: { thread: Thread; onLeft: () => void }) {
  const othersWords = useOthersWords()
  const leave = useLeave(thread)
  const who = othersWords(thread.others)
  useTitle(who)
  const [other] = thread.others
  return (
    <header className={css.with}>
      {other !== undefined && <PersonRing person={other} size={56} />}
      <h1>
        {other?.shown === 'tie' ? (
          <Link to="/people/$handle" params={{ handle: other.handle }}>
            {who}
          </Link>
        ) : (
          who
        )}
      </h1>
      <Button
        variant="quiet"
        onClick={() => {
          leave()
          onLeft()
        }}
      >
        <Trans>Leave this thread</Trans>
      </Button>
    </header>
  )
}
