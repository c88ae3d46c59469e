import type { Invitation, MakeInvitation } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useMinutesLeft } from '../../lib/use-minutes-left.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { QrCode } from '../../ui/qr-code.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { InvitationLink, linkOf } from './invitation-link.tsx'
import { invitationsQuery, newInvitationKey, useInvite } from './invitation-queries.ts'

/** An invitation as it was just made, and what was asked for: the next one is to be the same. */
export interface Made {
  invitation: Invitation
  wish: MakeInvitation
}

/** The code for the other’s camera, as long as it is good; says by itself when the other accepted. */
export function TogetherSheet({ made, onMade, onClose }: TogetherSheetProps) {
  const { t } = useLingui()
  const { data: now = made.invitation } = useQuery({
    ...invitationsQuery,
    select: ({ invitations }) => invitations.find(({ id }) => id === made.invitation.id),
  })
  const minutes = useMinutesLeft(made.invitation)
  const accepted = now.state === 'used'
  const open = now.state === 'live' && minutes > 0
  return (
    <Sheet title={accepted ? t`You have found each other` : t`We are sitting together`} onClose={onClose}>
      {open && <OpenCode secret={made.invitation.secret} minutes={minutes} />}
      <div role="status">
        {accepted ? (
          <Accepted by={now.acceptedBy} onClose={onClose} />
        ) : (
          !open && <RanOut wish={made.wish} onMade={onMade} />
        )}
      </div>
    </Sheet>
  )
}

interface TogetherSheetProps {
  made: Made
  onMade: (made: Made) => void
  onClose: () => void
}

function OpenCode({ secret, minutes }: { secret: string | null; minutes: number }) {
  const { t } = useLingui()
  if (secret === null) return null
  return (
    <>
      <p className={text.lead}>
        <Trans>Let the other point a camera here.</Trans>
      </p>
      <SheetPart>
        <QrCode text={linkOf(secret)} label={t`Code with your invitation, for a camera`} />
        <p className={text.meta}>
          <Plural
            value={minutes}
            one="Good for one person and one more minute."
            other="Good for one person and # more minutes."
          />
        </p>
      </SheetPart>
      <InvitationLink secret={secret} />
    </>
  )
}

function RanOut({ wish, onMade }: { wish: MakeInvitation; onMade: (made: Made) => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const invite = useInvite()
  const again = () =>
    invite.mutate(
      { body: wish, key: newInvitationKey() },
      { onSuccess: (invitation) => onMade({ invitation, wish }) },
    )
  return (
    <>
      <p className={text.lead}>
        <Trans>The code is not good any more, and nobody accepted.</Trans>
      </p>
      <SheetPart>
        {invite.error !== null && <Refusal>{words(invite.error)}</Refusal>}
        <Button
          variant="primary"
          wide
          busy={invite.isPending}
          busyLabel={t`One moment`}
          onClick={again}
        >{t`Make a new one`}</Button>
      </SheetPart>
    </>
  )
}

function Accepted({ by, onClose }: { by: Invitation['acceptedBy']; onClose: () => void }) {
  const openSheet = useOpenSheet()
  const name = by?.name
  return (
    <>
      <p className={text.lead}>
        {name === undefined ? (
          <Trans>Your invitation was accepted.</Trans>
        ) : (
          <Trans>{name} accepted. Your circles apply already.</Trans>
        )}
      </p>
      <SheetPart>
        <div className={layout.buttons}>
          <Button variant="primary" onClick={onClose}>
            <Trans>That is all</Trans>
          </Button>
          {by !== null && (
            <Button onClick={() => openSheet('sort', by.tie, { replace: true })}>
              <Trans>Circles and closeness</Trans>
            </Button>
          )}
        </div>
      </SheetPart>
    </>
  )
}
