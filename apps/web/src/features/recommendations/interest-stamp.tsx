import type { Voice } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { quoted } from '../../lib/words/quotes.ts'
import { Stamp } from '../../ui/stamp.tsx'

/** The stamp of a post whose author has an interest; nothing where there is none. */
export function InterestStamp({ interest, words, language }: InterestStampProps) {
  const { t } = useLingui()
  if (interest === null || interest === 'none') return null
  const { interestWords } = words
  return (
    <Stamp
      interest={interest}
      title={interest === 'paid' ? t`Paid.` : t`Connected.`}
      words={interestWords === null ? null : quoted(interestWords, language)}
      note={words.partnersSought ? t`Partners are sought.` : null}
    />
  )
}

type InterestStampProps = Pick<Voice, 'interest' | 'words' | 'language'>
