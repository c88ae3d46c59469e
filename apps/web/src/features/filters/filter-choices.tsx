import type { Circle, SubjectKind } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useCircleName } from '../../lib/words/circle-words.ts'
import { KIND_ORDER } from '../../lib/words/kind-order.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Ring } from '../../ui/ring.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { AgeChoice } from './age-choice.tsx'
import type { FilterBarProps, FilterName } from './filter-bar.tsx'
import css from './filters.module.css'
import { PlaceChoice } from './place-choice.tsx'

/** The sheet in which one filter is chosen. */
export function FilterChoice({ name, filters, circles, onFilter, onClose }: FilterChoiceProps) {
  switch (name) {
    case 'circle':
      return (
        <CircleChoice
          circles={circles}
          onClose={onClose}
          onChoose={(circle) => {
            onClose()
            onFilter({ ...filters, circle })
          }}
        />
      )
    case 'kinds':
      return (
        <KindChoice
          chosen={filters.kinds}
          onClose={onClose}
          onChoose={(kinds) => onFilter({ ...filters, kinds })}
        />
      )
    case 'near':
      return <PlaceChoice filters={filters} onClose={onClose} onFilter={onFilter} />
    case 'age':
      return <AgeChoice filters={filters} onClose={onClose} onFilter={onFilter} />
  }
}

type FilterChoiceProps = FilterBarProps & { name: FilterName; onClose: () => void }

/** One circle to hear alone. */
function CircleChoice({ circles, onClose, onChoose }: CircleChoiceProps) {
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
function KindChoice({ chosen, onClose, onChoose }: KindChoiceProps) {
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
