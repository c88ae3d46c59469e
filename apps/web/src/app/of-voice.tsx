import type { Voice } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { recommendationQuery } from '../lib/recommendation-query.ts'
import { useErrorWords } from '../lib/use-error-words.ts'
import type { SheetProps } from '../lib/use-sheet.ts'
import { Sheet } from '../ui/sheet.tsx'
import text from '../ui/text.module.css'

/** A sheet about a post, given what its author said; where that may not be seen any more, a sheet that says so. */
export function ofVoice(Named: ComponentType<VoiceSheetProps>) {
  return function OfVoice({ of = '', onClose }: SheetProps) {
    const { t } = useLingui()
    const words = useErrorWords()
    const { data, error } = useQuery(recommendationQuery(of))
    if (error !== null) {
      return (
        <Sheet title={t`Nothing is here`} onClose={onClose}>
          <p className={text.lead}>{words(error)}</p>
        </Sheet>
      )
    }
    return data === undefined ? null : <Named voice={data.voice} onClose={onClose} />
  }
}

interface VoiceSheetProps {
  voice: Voice
  onClose: () => void
}
