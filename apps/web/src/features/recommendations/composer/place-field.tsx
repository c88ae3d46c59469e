import { useLingui } from '@lingui/react/macro'
import { type PlaceDraft, usePlaceField } from '../../../lib/use-place-field.ts'
import { ComboField } from '../../../ui/combo-field.tsx'

/** Where it is, in words of one's own or as a town of the gazetteer, by which others find it from nearby. */
export function PlaceField({ draft: { place, placeId }, onChange }: PlaceFieldProps) {
  const { t } = useLingui()
  const where = usePlaceField(place, onChange)
  return (
    <ComboField {...where} {...(placeId !== null && { hint: t`Found by those who look around there.` })} />
  )
}

interface PlaceFieldProps {
  draft: PlaceDraft
  onChange: (change: PlaceDraft) => void
}
