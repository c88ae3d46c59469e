import type { Circle, FeedOrder, SubjectKind } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { CircleDotDashed } from 'lucide-react'
import { useState } from 'react'
import { useCircleName } from '../../lib/words/circle-words.ts'
import { KIND_ORDER, KINDS } from '../../lib/words/kind-words.ts'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { Order } from '../../ui/order.tsx'
import { Ring } from '../../ui/ring.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import css from './feed.module.css'
import type { FeedFilter } from './feed-queries.ts'

/** Filters in force, chips that open more, and the order: always visible. */
export function FeedBar({ filter, circles, onFilter }: FeedBarProps) {
  const { t } = useLingui()
  const circleName = useCircleName()
  const [open, setOpen] = useState<'circles' | 'kinds' | null>(null)
  const circle = circles.find(({ id }) => id === filter.circle)
  const orders: { value: FeedOrder; title: string }[] = [
    { value: 'ranked', title: t`Most trusted` },
    { value: 'newest', title: t`Newest` },
  ]
  return (
    <div className={css.bar}>
      <div className={layout.chips}>
        {circle === undefined ? (
          <Chip opens onClick={() => setOpen('circles')}>
            <Icon of={CircleDotDashed} />
            {t`Circles`}
          </Chip>
        ) : (
          <Chip removable onClick={() => onFilter({ ...filter, circle: null })}>
            <Ring pattern={circle.kind} size={24} />
            {circleName(circle)}
          </Chip>
        )}
        {filter.kinds.map((kind) => (
          <Chip
            key={kind}
            removable
            onClick={() => onFilter({ ...filter, kinds: filter.kinds.filter((other) => other !== kind) })}
          >
            {t(KINDS[kind].word)}
          </Chip>
        ))}
        <Chip opens onClick={() => setOpen('kinds')}>{t`Kind`}</Chip>
      </div>
      <Order
        label={t`Order`}
        choices={orders}
        value={filter.order}
        onChoose={(order) => onFilter({ ...filter, order })}
      />
      {open === 'circles' && (
        <CircleChoice
          circles={circles}
          onClose={() => setOpen(null)}
          onChoose={(id) => {
            setOpen(null)
            onFilter({ ...filter, circle: id })
          }}
        />
      )}
      {open === 'kinds' && (
        <KindChoice
          chosen={filter.kinds}
          onClose={() => setOpen(null)}
          onChoose={(kinds) => onFilter({ ...filter, kinds })}
        />
      )}
    </div>
  )
}

interface FeedBarProps {
  filter: FeedFilter
  circles: readonly Circle[]
  onFilter: (filter: FeedFilter) => void
}

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
