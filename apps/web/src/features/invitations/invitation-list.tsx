import type { Invitation } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { agoWords, dateWords } from '../../lib/words/dates.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Button } from '../../ui/button.tsx'
import layout from '../../ui/layout.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { invitationsQuery, useRevoke } from './invitation-queries.ts'
import css from './invitations.module.css'

/** My invitations, the open ones to take back. */
export function InvitationList() {
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(invitationsQuery)
  if (data === undefined) {
    if (error === null) return <RowSkeleton />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  if (data.length === 0) {
    return (
      <p className={text.lead}>
        <Trans>Nobody is invited yet. Which invitations are open, and who accepted, will stand here.</Trans>
      </p>
    )
  }
  return (
    <ul className={css.rows}>
      {data.map((invitation) => (
        <Row key={invitation.id} invitation={invitation} />
      ))}
    </ul>
  )
}

function Row({ invitation }: { invitation: Invitation }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const revoke = useRevoke()
  const { acceptedBy, note, state } = invitation
  const made = agoWords(invitation.made, now(), spokenLanguage())
  const until = dateWords(invitation.expires, now(), spokenLanguage())
  const states = {
    live: t`open until ${until}`,
    used: acceptedBy === null ? t`accepted` : t`accepted by ${acceptedBy.name}`,
    revoked: t`taken back`,
    expired: t`ended`,
  }
  return (
    <li>
      <div>
        <p className={text.name}>{note === null ? t`Without a note` : quoted(note, spokenLanguage())}</p>
        <p className={text.meta}>{t`made ${made}, ${states[state]}`}</p>
      </div>
      {state === 'live' && (
        <span className={layout.flush}>
          <Button variant="quiet" disabled={revoke.isPending} onClick={() => revoke.mutate(invitation.id)}>
            <Trans>Take back</Trans>
          </Button>
        </span>
      )}
      {acceptedBy !== null && !acceptedBy.confirmed && (
        <Button onClick={() => openSheet('sort', acceptedBy.tie)}>
          <Trans>Is it the right person?</Trans>
        </Button>
      )}
    </li>
  )
}
