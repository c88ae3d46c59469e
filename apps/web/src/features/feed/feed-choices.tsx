import type { Circle, SubjectKind } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useCircleName } from '../../lib/words/circle-words.ts'
import { KIND_ORDER, KINDS } from '../../lib/words/kind-words.ts'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Ring } from '../../ui/ring.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import css from './feed.module.css'

/** One circle to hear alone. */
export function CircleChoice({ circles, onClose, onChoose }: CircleChoiceProps) {
  const { t } = useLingui()
  const circleName = useCircleName()
  return (
    <Sheet title={t`What one circle brings`} onClose={onClose}>
      <div className={css.choices}>
        {circles.map((circle) => (
          <Chip key={circle.id} chosen={false} onClick={() => onChoose(circle.id)}>
            <Ring pattern={circle.kind} size={24} />
            {circleName(circle)}
          </Chip>
        ))}
      </div>
    </Sheet>
  )
}

interface CircleChoiceProps {
  circles: readonly Circle[]
  onClose: () => void
  onChoose: (id: string) => void
}

/** The kinds to hear alone. */
export function KindChoice({ chosen, onClose, onChoose }: KindChoiceProps) {
  const { t } = useLingui()
  return (
    <Sheet title={t`Only these kinds`} onClose={onClose}>
      <div className={css.choices}>
        {KIND_ORDER.map((kind) => {
          const on = chosen.includes(kind)
          return (
            <Chip
              key={kind}
              chosen={on}
              onClick={() => onChoose(on ? chosen.filter((other) => other !== kind) : [...chosen, kind])}
            >
              <Icon of={KINDS[kind].icon} />
              {t(KINDS[kind].word)}
            </Chip>
          )
        })}
      </div>
    </Sheet>
  )
}

interface KindChoiceProps {
  chosen: readonly SubjectKind[]
  onClose: () => void
  onChoose: (kinds: SubjectKind[]) => void
}
