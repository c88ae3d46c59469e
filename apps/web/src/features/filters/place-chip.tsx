import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { MapPin } from 'lucide-react'
import { placeQuery } from '../../lib/place-queries.ts'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { FilterChipProps } from './filter-bar.tsx'

/** The place in force with its radius, or what opens the choice of one. */
export function PlaceChip({ filters, onFilter, onOpen }: FilterChipProps) {
  const { t } = useLingui()
  const { data: place } = useQuery(placeQuery(filters.near))
  const { km } = filters
  if (filters.near === null) {
    return (
      <Chip opens onClick={onOpen}>
        <Icon of={MapPin} />
        {t`Nearby`}
      </Chip>
    )
  }
  const name = place?.name ?? '…'
  return (
    <>
      <Chip removable onClick={() => onFilter({ ...filters, near: null })}>
        <Icon of={MapPin} />
        {name}
      </Chip>
      <Chip opens onClick={onOpen} aria-label={t`Within ${km} km of ${name}`}>{t`${km} km`}</Chip>
    </>
  )
}
