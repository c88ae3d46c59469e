import type { TieView } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { Handshake, Waypoints } from 'lucide-react'
import { useAskForIntroduction, useBring } from '../../lib/introduction-sheets.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Knob, Knobs } from '../../ui/knobs.tsx'

/** Being brought together by a tie of mine, and bringing him together with others. */
export function IntroductionKnobs({ tie: { person } }: { tie: TieView }) {
  const { t } = useLingui()
  const ask = useAskForIntroduction()
  const bring = useBring()
  const name = firstName(person.name)
  return (
    <Knobs>
      <Knob
        icon={Waypoints}
        title={t`Ask ${name} to introduce you`}
        line={t`To whoever knows what you are looking for. ${name} reads it, and asks them first.`}
        onPress={() => ask({ broker: person.id })}
      />
      <Knob
        icon={Handshake}
        title={t`Bring ${name} together with …`}
        line={t`Neither learns of the other before both said yes.`}
        onPress={() => bring({ one: person.id })}
      />
    </Knobs>
  )
}
