import type { Club } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { DoorClosed, KeyRound, LogOut, Pause, PenLine, Play, Send } from 'lucide-react'
import { useState } from 'react'
import { useErrorWords, useRefusal } from '../../lib/use-error-words.ts'
import { Knob, Knobs } from '../../ui/knobs.tsx'
import { SureSheet } from '../../ui/sure-sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { RenameSheet } from './club-form.tsx'
import { useCloseClub, useLeaveClub, usePauseClub } from './club-queries.ts'
import { CodeSheet } from './code-sheet.tsx'
import { InviteSheet } from './invite-sheet.tsx'

type Asked = 'invite' | 'code' | 'rename' | 'leave' | 'close'

/** What a member does about a club, and its host besides. `onGone` is called when he is not in it any more. */
export function ClubVerbs({ club, onGone }: { club: Club; onGone: () => Promise<void> }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const onClose = () => setAsked(null)
  return (
    <>
      <Verbs club={club} onAsk={setAsked} />
      {asked === 'invite' && <InviteSheet club={club} onClose={onClose} />}
      {asked === 'code' && <CodeSheet club={club} onClose={onClose} />}
      {asked === 'rename' && <RenameSheet club={club} onClose={onClose} />}
      {asked === 'leave' && <LeaveSheet club={club} onClose={onClose} onGone={onGone} />}
      {asked === 'close' && <CloseSheet club={club} onClose={onClose} onGone={onGone} />}
    </>
  )
}

function Verbs({ club, onAsk }: { club: Club; onAsk: (asked: Asked) => void }) {
  const { t } = useLingui()
  const isHost = club.host?.shown === 'self'
  return (
    <Knobs>
      <Knob
        icon={Send}
        title={t`Invite one of your ties`}
        line={t`Only they learn of it, and that it was you.`}
        onPress={() => onAsk('invite')}
      />
      {isHost && (
        <>
          <Knob
            icon={KeyRound}
            title={t`Let people in by a code`}
            line={t`For a rehearsal or a meeting: you read it out, and it ends after some hours.`}
            onPress={() => onAsk('code')}
          />
          <Knob
            icon={PenLine}
            title={t`Change its name`}
            line={t`All members see the new one.`}
            onPress={() => onAsk('rename')}
          />
        </>
      )}
      <PauseKnob club={club} />
      {isHost ? (
        <Knob
          icon={DoorClosed}
          title={t`Close the club`}
          line={t`It is over for everybody. Everyone’s posts for it become their own alone.`}
          onPress={() => onAsk('close')}
        />
      ) : (
        <Knob
          icon={LogOut}
          title={t`Leave the club`}
          line={t`Nobody is told. You are missing from its list, and what you wrote for it is gone for the others.`}
          onPress={() => onAsk('leave')}
        />
      )}
    </Knobs>
  )
}

function PauseKnob({ club }: { club: Club }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const pause = usePauseClub(club.id)
  const set = (paused: boolean) =>
    pause.mutate(paused, {
      onError: (error) => showToast({ text: words(error) }),
    })
  return club.paused ? (
    <Knob
      icon={Play}
      title={t`Hear the club again`}
      line={t`Nobody is told.`}
      busy={pause.isPending}
      onPress={() => set(false)}
    />
  ) : (
    <Knob
      icon={Pause}
      title={t`Pause the club`}
      line={t`You stay a member and hear nothing of it until you take it back. Nobody is told.`}
      busy={pause.isPending}
      onPress={() => set(true)}
    />
  )
}

interface GoingProps {
  club: Club
  onClose: () => void
  onGone: () => Promise<void>
}

function LeaveSheet({ club, onClose, onGone }: GoingProps) {
  const { t } = useLingui()
  const refusal = useRefusal()
  const leave = useLeaveClub(onGone)
  return (
    <SureSheet
      title={t`Leave “${club.name}”?`}
      verb={t`Leave the club`}
      busy={leave.isPending}
      refusal={refusal(leave.error)}
      onClose={onClose}
      onSure={() => leave.mutate(club.id)}
    >
      <Trans>
        You hear and see nothing of it any more, and the others nothing that you wrote for it. Nobody is told,
        but whoever looks at the list does not find you. To come back you need a new invitation or a code.
      </Trans>
    </SureSheet>
  )
}

function CloseSheet({ club, onClose, onGone }: GoingProps) {
  const { t } = useLingui()
  const refusal = useRefusal()
  const close = useCloseClub(onGone)
  return (
    <SureSheet
      title={t`Close “${club.name}”?`}
      verb={t`Close the club`}
      busy={close.isPending}
      refusal={refusal(close.error)}
      onClose={onClose}
      onSure={() => close.mutate(club.id)}
    >
      <Trans>
        It is gone for all members at once and cannot be brought back. What each of you wrote for it is then
        seen by nobody but whoever wrote it, who can give it another audience. To keep the club without you,
        hand it over instead: in the list, beside a member.
      </Trans>
    </SureSheet>
  )
}
