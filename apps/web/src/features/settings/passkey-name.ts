import type { Passkey } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { dateWords } from '../../lib/words/dates.ts'

/** What a passkey is called: as its person says, else by the day on which it was made. */
export function usePasskeyName(): (passkey: Passkey) => string {
  const { t } = useLingui()
  return ({ name, made }) => {
    const day = dateWords(made, now(), spokenLanguage())
    return name ?? t`Passkey of ${day}`
  }
}
