import type { Club, ClubMembers } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { KeySquare, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useRefusal } from '../../lib/use-error-words.ts'
import { Knob, Knobs } from '../../ui/knobs.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { SureSheet } from '../../ui/sure-sheet.tsx'
import { useHandOver, useRemoveMember } from './club-queries.ts'

interface MemberSheetProps {
  club: Club
  member: ClubMembers['members'][number]
  onClose: () => void
}

/** What the host of a club does about one of its members. */
export function MemberSheet({ club, member, onClose }: MemberSheetProps) {
  const { t } = useLingui()
  const [asked, setAsked] = useState<'host' | 'remove' | null>(null)
  if (asked === 'host') return <HostSheet club={club} member={member} onClose={onClose} />
  if (asked === 'remove') return <RemoveSheet club={club} member={member} onClose={onClose} />
  const { name } = member
  return (
    <Sheet title={name} onClose={onClose}>
      <Knobs>
        <Knob
          icon={KeySquare}
          title={t`Hand the club over`}
          line={t`${name} is the host then, and you are a member like the others.`}
          onPress={() => setAsked('host')}
        />
        <Knob
          icon={UserMinus}
          title={t`Take ${name} out`}
          line={t`${name} sees that the club is gone, and the others that one is missing. Nobody is told.`}
          onPress={() => setAsked('remove')}
        />
      </Knobs>
    </Sheet>
  )
}

function HostSheet({ club, member: { id, name }, onClose }: MemberSheetProps) {
  const { t } = useLingui()
  const refusal = useRefusal()
  const handOver = useHandOver(club.id)
  return (
    <SureSheet
      title={t`Hand “${club.name}” over to ${name}?`}
      verb={t`Hand it over`}
      busy={handOver.isPending}
      refusal={refusal(handOver.error)}
      onClose={onClose}
      onSure={() => handOver.mutate(id, { onSuccess: onClose })}
    >
      <Trans>
        From then on {name} lets people in and out, and you cannot take it back yourself. All members see who
        the host is.
      </Trans>
    </SureSheet>
  )
}

function RemoveSheet({ club, member: { id, name }, onClose }: MemberSheetProps) {
  const { t } = useLingui()
  const refusal = useRefusal()
  const remove = useRemoveMember(club.id)
  return (
    <SureSheet
      title={t`Take ${name} out of “${club.name}”?`}
      verb={t`Take ${name} out`}
      busy={remove.isPending}
      refusal={refusal(remove.error)}
      onClose={onClose}
      onSure={() => remove.mutate(id, { onSuccess: onClose })}
    >
      <Trans>
        {name} hears nothing of the club any more, and the others nothing that {name} wrote for it. A code
        that is good now ends. Any member can invite {name} again.
      </Trans>
    </SureSheet>
  )
}
