import { type Circle, RHYTHMS, type Rhythm } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { RHYTHM_WORDS } from '../../lib/words/rhythm-words.ts'
import { Chip } from '../../ui/chip.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { useChangeCircle } from './circle-queries.ts'

/** After how long without a word I want to be reminded of those in a circle; kept as soon as it is chosen. */
export function RhythmPart({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const change = useChangeCircle(circle.id)
  const [kept, setKept] = useState(circle.rhythm)
  const choose = (rhythm: Rhythm | null) => {
    setKept(rhythm)
    change.mutate({ rhythm }, { onError: () => setKept(kept) })
  }
  return (
    <SheetPart title={t`Remind me after`}>
      <div className={layout.chips}>
        <Chip chosen={kept === null} onClick={() => choose(null)}>
          <Trans>Never</Trans>
        </Chip>
        {RHYTHMS.map((each) => (
          <Chip key={each} chosen={kept === each} onClick={() => choose(each)}>
            {t(RHYTHM_WORDS[each])}
          </Chip>
        ))}
      </div>
      {change.error !== null && <Refusal>{words(change.error)}</Refusal>}
      <p className={text.hint}>
        <Trans>
          Whoever you have exchanged nothing with for so long stands under “Care” once there is a reason to
          get in touch.
        </Trans>
      </p>
    </SheetPart>
  )
}
