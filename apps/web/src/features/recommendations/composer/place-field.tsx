import { LIMITS } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { usePlaceOptions } from '../../../lib/use-place-options.ts'
import { ComboField } from '../../../ui/combo-field.tsx'
import type { Draft } from './draft.ts'

/** Where it is, in words of one's own or as a town of the gazetteer, by which others find it from nearby. */
export function PlaceField({
  draft,
  onChange,
}: {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}) {
  const { t } = useLingui()
  const [isTyping, setTyping] = useState(false)
  const options = usePlaceOptions(draft.place, isTyping)
  return (
    <ComboField
      label={t`Where`}
      aside={t`optional`}
      {...(draft.placeId === null ? {} : { hint: t`Found by those who look around there.` })}
      value={draft.place}
      maxLength={LIMITS.place}
      options={options}
      listLabel={t`Places`}
      onType={(place) => {
        setTyping(true)
        onChange({ place, placeId: null })
      }}
      onPick={({ key, title }) => {
        setTyping(false)
        onChange({ place: title, placeId: key })
      }}
    />
  )
}
