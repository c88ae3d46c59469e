import type { Radius } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Filters } from '../../lib/filters.ts'
import { placeQuery } from '../../lib/place-queries.ts'
import { usePlaceOptions } from '../../lib/use-place-options.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import css from './filters.module.css'

const RADII: readonly Radius[] = ['5', '15', '50', '100']

/** A place and how far around it. */
export function PlaceChoice({ filters, onClose, onFilter }: PlaceChoiceProps) {
  const { t } = useLingui()
  const { data: place } = useQuery(placeQuery(filters.near))
  const [typed, setTyped] = useState<string | null>(null)
  const options = usePlaceOptions(typed ?? '', typed !== null)
  return (
    <Sheet
      title={t`Near a place`}
      onClose={onClose}
      foot={
        <Button variant="primary" onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <SheetPart>
        <ComboField
          label={t`Town or village`}
          hint={
            typed !== null && typed.trim().length > 1 && options.length === 0
              ? t`No town begins so. Small places are found through the next town and a wider circle.`
              : t`Choose one of the list that opens while you type.`
          }
          value={typed ?? place?.name ?? ''}
          maxLength={LIMITS.place}
          options={options}
          listLabel={t`Places`}
          autoFocus
          onType={setTyped}
          onPick={({ key }) => {
            setTyped(null)
            onFilter({ ...filters, near: key })
          }}
        />
      </SheetPart>
      <SheetPart title={t`How far around`}>
        <div className={layout.chips} role="group" aria-label={t`How far around`}>
          {RADII.map((km) => (
            <Chip key={km} chosen={km === filters.km} onClick={() => onFilter({ ...filters, km })}>
              {t`${km} km`}
            </Chip>
          ))}
        </div>
        <p className={css.note}>
          <Trans>
            Where somebody wrote a place in words of his own, it counts only if it is this very name.
          </Trans>
        </p>
      </SheetPart>
    </Sheet>
  )
}

interface PlaceChoiceProps {
  filters: Filters
  onClose: () => void
  onFilter: (filters: Filters) => void
}
