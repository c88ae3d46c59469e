import type { Voice } from '@kith/contract'
import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { recommendationQuery } from '../lib/recommendation-query.ts'
import { useLost } from '../lib/use-lost.ts'
import type { SheetProps } from '../lib/use-sheet.ts'
import { LostSheet } from '../ui/lost-sheet.tsx'

/** A sheet about a post, given what its author said; where that cannot be had, a sheet that says so. */
export function ofVoice(Named: ComponentType<VoiceSheetProps>) {
  return function OfVoice({ of = '', onClose }: SheetProps) {
    const asked = useQuery(recommendationQuery(of))
    const lost = useLost(asked)
    if (lost) return <LostSheet {...lost} onClose={onClose} />
    return asked.data === undefined ? null : <Named voice={asked.data.voice} onClose={onClose} />
  }
}

interface VoiceSheetProps {
  voice: Voice
  onClose: () => void
}
