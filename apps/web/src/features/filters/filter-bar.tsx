import type { Circle } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { CircleDotDashed } from 'lucide-react'
import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react'
import type { Filters } from '../../lib/filters.ts'
import { speakEverywhere } from '../../lib/language.ts'
import { whenUsed } from '../../lib/when-used.ts'
import { useCircleName } from '../../lib/words/circle-words.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { Ring } from '../../ui/ring.tsx'
import { AGES } from './age-words.ts'
import { PlaceChip } from './place-chip.tsx'

const loadChoice = async () => {
  const [{ FilterChoice }] = await Promise.all([import('./filter-choices.tsx'), speakEverywhere()])
  return { default: FilterChoice }
}
const FilterChoice = lazy(loadChoice)

/** The filters that open a sheet of their own. */
export type FilterName = 'circle' | 'kinds' | 'near' | 'age'

/** The filters in force, each with a way to take it away, and chips that open more. */
export function FilterBar({ filters, circles, onFilter }: FilterBarProps) {
  const { t } = useLingui()
  const [open, setOpen] = useState<FilterName | null>(null)
  // The press is answered before the sheet is rendered.
  const shown = useDeferredValue(open)
  useEffect(() => whenUsed(() => void loadChoice().catch(() => undefined)), [])
  const bar = { filters, circles, onFilter }
  return (
    <div className={layout.chips} role="group" aria-label={t`Filters`}>
      <CircleChip {...bar} onOpen={() => setOpen('circle')} />
      <KindChips {...bar} onOpen={() => setOpen('kinds')} />
      <PlaceChip {...bar} onOpen={() => setOpen('near')} />
      <AgeChips {...bar} onOpen={() => setOpen('age')} />
      <Suspense fallback={null}>
        {shown !== null && <FilterChoice {...bar} name={shown} onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  )
}

export interface FilterBarProps {
  filters: Filters
  circles: readonly Circle[]
  onFilter: (filters: Filters) => void
}

export type FilterChipProps = FilterBarProps & { onOpen: () => void }

function CircleChip({ filters, circles, onFilter, onOpen }: FilterChipProps) {
  const { t } = useLingui()
  const circleName = useCircleName()
  const circle = circles.find(({ id }) => id === filters.circle)
  if (circle === undefined) {
    return (
      <Chip opens onClick={onOpen}>
        <Icon of={CircleDotDashed} />
        {t`Circles`}
      </Chip>
    )
  }
  return (
    <Chip removable onClick={() => onFilter({ ...filters, circle: null })}>
      <Ring pattern={circle.kind} size={24} />
      {circleName(circle)}
    </Chip>
  )
}

function KindChips({ filters, onFilter, onOpen }: FilterChipProps) {
  const { t } = useLingui()
  return (
    <>
      {filters.kinds.map((kind) => (
        <Chip
          key={kind}
          removable
          onClick={() => onFilter({ ...filters, kinds: filters.kinds.filter((other) => other !== kind) })}
        >
          {t(KINDS[kind].word)}
        </Chip>
      ))}
      <Chip opens onClick={onOpen}>{t`Kind`}</Chip>
    </>
  )
}

function AgeChips({ filters, onFilter, onOpen }: FilterChipProps) {
  const { t } = useLingui()
  const age = AGES.find((one) => one.age === filters.age)
  return (
    <>
      {age !== undefined && (
        <Chip removable onClick={() => onFilter({ ...filters, age: null })}>
          {t(age.word)}
        </Chip>
      )}
      {filters.own && (
        <Chip removable onClick={() => onFilter({ ...filters, own: false })}>{t`Own experience`}</Chip>
      )}
      {(age === undefined || !filters.own) && <Chip opens onClick={onOpen}>{t`Age, experience`}</Chip>}
    </>
  )
}
