import type { ClubInvitation } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import { useLater } from '../../ui/use-later.ts'
import { WaitingQuestion } from '../../ui/waiting-question.tsx'
import { useAcceptClub } from './club-queries.ts'

/** The clubs that ties of mine want me in; nothing where there are none. */
export function WaitingInvitations({ invitations }: { invitations: readonly ClubInvitation[] }) {
  const [declined, setDeclined] = useState<readonly string[]>([])
  return invitations
    .filter(({ id }) => !declined.includes(id))
    .map((invitation) => (
      <Invitation
        key={invitation.id}
        invitation={invitation}
        onDecline={(isDeclined) =>
          setDeclined((before) =>
            isDeclined ? [...before, invitation.id] : before.filter((id) => id !== invitation.id),
          )
        }
      />
    ))
}

function Invitation({ invitation: { id, club, from }, onDecline }: InvitationProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const navigate = useNavigate()
  const later = useLater(words)
  const accept = useAcceptClub()
  const join = () =>
    accept.mutate(id, {
      onSuccess: (joined) => void navigate({ to: '/clubs/$id', params: { id: joined.id } }),
    })
  const decline = () => {
    onDecline(true)
    later({
      text: t`Declined. ${from.name} is not told.`,
      act: () => api.post(`/clubs/invitations/${id}/decline`),
      back: () => onDecline(false),
    })
  }
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

interface InvitationProps {
  invitation: ClubInvitation
  onDecline: (isDeclined: boolean) => void
}
