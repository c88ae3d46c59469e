import type { Circle, FeedOrder } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { CircleDotDashed } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { whenIdle } from '../../lib/when-idle.ts'
import { useCircleName } from '../../lib/words/circle-words.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { Order } from '../../ui/order.tsx'
import { Ring } from '../../ui/ring.tsx'
import css from './feed.module.css'
import type { FeedFilter } from './feed-queries.ts'

const loadChoices = () => import('./feed-choices.tsx')
const CircleChoice = lazy(async () => ({ default: (await loadChoices()).CircleChoice }))
const KindChoice = lazy(async () => ({ default: (await loadChoices()).KindChoice }))

/** Filters in force, chips that open more, and the order: always visible. */
export function FeedBar({ filter, circles, onFilter }: FeedBarProps) {
  const { t } = useLingui()
  const circleName = useCircleName()
  const [open, setOpen] = useState<'circles' | 'kinds' | null>(null)
  useEffect(() => whenIdle(() => void loadChoices().catch(() => undefined)), [])
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
      <Suspense fallback={null}>
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
      </Suspense>
    </div>
  )
}

interface FeedBarProps {
  filter: FeedFilter
  circles: readonly Circle[]
  onFilter: (filter: FeedFilter) => void
}
