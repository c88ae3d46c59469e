import type { ClubInvitation } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import { useGoing } from '../../ui/going.ts'
import { useLater } from '../../ui/use-later.ts'
import { WaitingQuestion } from '../../ui/waiting-question.tsx'
import { useAcceptClub, useDeclineClub } from './club-queries.ts'

/** The clubs that ties of mine want me in; nothing where there are none. */
export function WaitingInvitations({ invitations }: { invitations: readonly ClubInvitation[] }) {
  const going = useGoing()
  return invitations
    .filter(({ id }) => !going.has(id))
    .map((invitation) => <Invitation key={invitation.id} invitation={invitation} />)
}

function Invitation({ invitation: { id, club, from } }: { invitation: ClubInvitation }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const navigate = useNavigate()
  const later = useLater(words)
  const accept = useAcceptClub()
  const join = () =>
    accept.mutate(id, {
      onSuccess: (joined) => void navigate({ to: '/clubs/$id', params: { id: joined.id } }),
    })
  const { mutateAsync: declined } = useDeclineClub()
  const decline = () =>
    later({ text: t`Declined. ${from.name} is not told.`, act: () => declined(id), hides: id })
  return (
    <>
      <WaitingQuestion
        title={
          <Trans>
            {from.name} would like to have you in “{club.name}”.
          </Trans>
        }
        line={
          <>
            {club.about !== null && (
              <>
                {club.about}
                <br />
              </>
            )}
            <Trans>Its members see your name, and you theirs. If you decline, nobody is told.</Trans>
          </>
        }
      >
        <Button variant="primary" busy={accept.isPending} busyLabel={t`One moment`} onClick={join}>
          <Trans>Join</Trans>
        </Button>
        <Button disabled={accept.isPending} onClick={decline}>
          <Trans>Decline</Trans>
        </Button>
      </WaitingQuestion>
      {accept.error !== null && <Refusal>{words(accept.error)}</Refusal>}
    </>
  )
}
