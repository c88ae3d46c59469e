import type { Club, SentClubInvitation, TieView } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { now } from '../../lib/clock.ts'
import { faceOf } from '../../lib/face.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { tiesQuery } from '../../lib/my-queries.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { dateWords } from '../../lib/words/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Ring } from '../../ui/ring.tsx'
import rows from '../../ui/rows.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { sentQuery, useInviteToClub, useWithdrawInvitation } from './club-queries.ts'

const SHOWN = 20

/** Invites my ties to a club, and shows whom I invited. */
export function InviteSheet({ club, onClose }: { club: Club; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const ties = useQuery(tiesQuery)
  const sent = useQuery(sentQuery(club.id))
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLocaleLowerCase()
  const error = ties.error ?? sent.error
  const again = () => {
    void ties.refetch()
    void sent.refetch()
  }
  const invited = new Set(sent.data?.map(({ to }) => to.id))
  const matching = (ties.data ?? []).filter(
    ({ person }) => !invited.has(person.id) && person.name.toLocaleLowerCase().includes(wanted),
  )
  return (
    <Sheet title={t`Invite to “${club.name}”`} onClose={onClose}>
      <p className={text.lead}>
        <Trans>
          They learn that it was you and what the club is called, and say yes or let it lie. If they decline,
          you are not told: it looks open for thirty days.
        </Trans>
      </p>
      {error !== null && <TryAgain onAgain={again}>{words(error)}</TryAgain>}
      {sent.data !== undefined && sent.data.length > 0 && <Sent sent={sent.data} />}
      <SheetPart title={t`Your ties`}>
        <TextField
          label={t`Find a tie`}
          value={typed}
          data
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        {ties.data === undefined || sent.data === undefined ? (
          error === null && <RowSkeleton />
        ) : (
          <ul className={rows.rows}>
            {matching.slice(0, SHOWN).map((tie) => (
              <Candidate key={tie.id} club={club} tie={tie} />
            ))}
          </ul>
        )}
        {ties.data !== undefined && matching.length === 0 && (
          <p className={text.hint}>
            <Trans>Nobody of this name is among your ties.</Trans>
          </p>
        )}
      </SheetPart>
    </Sheet>
  )
}

function Candidate({ club, tie: { person } }: { club: Club; tie: TieView }) {
  const words = useErrorWords()
  const invite = useInviteToClub(club.id)
  return (
    <li>
      <Ring pattern={person.ring} name={person.name} face={faceOf(person)} />
      <div>
        <p className={text.name}>{person.name}</p>
        {invite.error !== null && (
          <p className={text.meta} role="alert">
            {words(invite.error)}
          </p>
        )}
      </div>
      <Button disabled={invite.isPending} onClick={() => invite.mutate(person.id)}>
        <Trans>Invite</Trans>
        <span className={text.vh}> {person.name}</span>
      </Button>
    </li>
  )
}

function Sent({ sent }: { sent: readonly SentClubInvitation[] }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const withdraw = useWithdrawInvitation()
  const until = (expires: string) => dateWords(expires, now(), spokenLanguage())
  return (
    <SheetPart title={t`Invited`}>
      <ul className={rows.rows}>
        {sent.map(({ id, to, expires }) => (
          <li key={id}>
            <Ring pattern={to.ring} name={to.name} face={faceOf(to)} />
            <div>
              <p className={text.name}>{to.name}</p>
              <p className={text.meta}>{t`open until ${until(expires)}`}</p>
            </div>
            <span className={layout.flush}>
              <Button variant="quiet" disabled={withdraw.isPending} onClick={() => withdraw.mutate(id)}>
                <Trans>Take back</Trans>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {withdraw.error !== null && <Refusal>{words(withdraw.error)}</Refusal>}
    </SheetPart>
  )
}
