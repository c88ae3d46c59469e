import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { Button } from '../../ui/button.tsx'
import layout from '../../ui/layout.module.css'
import rows from '../../ui/rows.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { deviceWords } from './device-words.ts'
import { sessionsQuery, useEndSession, useSignOutEverywhere } from './settings-queries.ts'

/** Where I am signed in, one by one, and the way to end them all. */
export function SessionList() {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data: sessions, error, refetch } = useQuery(sessionsQuery)
  const end = useEndSession()
  const everywhere = useSignOutEverywhere()
  const since = (made: string) => agoWords(made, now(), spokenLanguage())
  if (sessions === undefined) {
    if (error === null) return <RowSkeleton count={2} />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  return (
    <>
      <ul className={rows.rows}>
        {sessions.map((session) => (
          <li key={session.id}>
            <div>
              <p>{session.device === null ? t`A device without a name` : deviceWords(session.device)}</p>
              <p className={text.meta}>
                {session.current ? t`this device` : t`signed in ${since(session.made)}`}
              </p>
            </div>
            {!session.current && (
              <Button variant="quiet" disabled={end.isPending} onClick={() => end.mutate(session.id)}>
                <Trans>End it</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={layout.part}>
        <Button busy={everywhere.isPending} busyLabel={t`One moment`} onClick={() => everywhere.mutate()}>
          <Trans>Sign out everywhere</Trans>
        </Button>
      </div>
    </>
  )
}
