import { LIMITS } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { usePlaceOptions } from './use-place-options.ts'

/** Where something is: as it is written, and the entry of the gazetteer where one was picked. */
export interface PlaceDraft {
  place: string
  placeId: number | null
}

/** What a field needs in which one says where: typing offers the towns that may be meant. */
export function usePlaceField(place: string, onChange: (change: PlaceDraft) => void) {
  const { t } = useLingui()
  const [isTyping, setTyping] = useState(false)
  return {
    label: t`Where`,
    aside: t`optional`,
    listLabel: t`Places`,
    value: place,
    maxLength: LIMITS.place,
    options: usePlaceOptions(place, isTyping),
    onType: (typed: string) => {
      setTyping(true)
      onChange({ place: typed, placeId: null })
    },
    onPick: ({ key, title }: { key: number; title: string }) => {
      setTyping(false)
      onChange({ place: title, placeId: key })
    },
  }
}
