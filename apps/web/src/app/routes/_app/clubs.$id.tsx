import type { Club } from '@kith/contract'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { clubQuery } from '../../../features/clubs/club-queries.ts'
import { ClubVerbs } from '../../../features/clubs/club-verbs.tsx'
import { MemberList } from '../../../features/clubs/member-list.tsx'
import css from '../../../features/people/people.module.css'
import { requestsQuery } from '../../../features/ties/tie-queries.ts'
import { failureOf } from '../../../lib/api-error.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { usePersonWords } from '../../../lib/words/person-words.ts'
import { Marked } from '../../../ui/marked.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { Ring } from '../../../ui/ring.tsx'
import { RowSkeleton } from '../../../ui/skeleton.tsx'
import text from '../../../ui/text.module.css'
import { BackLink } from '../../back-link.tsx'
import { PageFailure } from '../../failure.tsx'

export const Route = createFileRoute('/_app/clubs/$id')({ component: ClubRoute })

function ClubRoute() {
  const { id } = Route.useParams()
  const navigate = Route.useNavigate()
  const query = useQuery(clubQuery(id))
  const { data: club, refetch } = query
  const failure = failureOf(query)
  return (
    <Page aside={<section />}>
      <BackLink />
      <MarginColumn>
        {failure !== null ? (
          <PageFailure error={failure} onAgain={() => void refetch()} />
        ) : club === undefined ? (
          <RowSkeleton count={6} />
        ) : (
          <TheClub club={club} onGone={() => navigate({ to: '/clubs', replace: true })} />
        )}
      </MarginColumn>
    </Page>
  )
}

function TheClub({ club, onGone }: { club: Club; onGone: () => Promise<void> }) {
  const personWords = usePersonWords()
  const { data: requests } = useQuery(requestsQuery)
  useTitle(club.name)
  const host = club.host === null ? null : personWords(club.host).who
  return (
    <>
      <header className={css.head}>
        <Ring pattern="club" name={club.name} size={72} />
        <div>
          <h1>
            <Marked>{club.name}</Marked>
          </h1>
          {club.about !== null && <p className={text.muted}>{club.about}</p>}
          <p className={text.meta}>
            {club.host?.shown === 'self' ? (
              <Trans>You are the host.</Trans>
            ) : host === null ? (
              <Trans>A club that you are in.</Trans>
            ) : (
              <Trans>Host: {host}</Trans>
            )}
          </p>
        </div>
      </header>
      <ClubVerbs club={club} onGone={onGone} />
      <MemberList club={club} asked={new Set(requests?.outgoing.map(({ person }) => person.handle))} />
    </>
  )
}
