import type { CareReason } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { agoWords } from '../../lib/words/dates.ts'

/** When we last exchanged anything: today, 3 weeks ago, in May. */
export function exchangeWords(day: string): string {
  // A day has no time zone: at noon it is the same one almost everywhere.
  return agoWords(`${day}T12:00:00Z`, now(), spokenLanguage())
}

/** Says why it is a good moment to turn to somebody. */
export function useCareWords(): (reason: CareReason, name: string) => string {
  const { t } = useLingui()
  return ({ reason, about, ask }, name) => {
    const title = about?.subject.title ?? ask?.title ?? ''
    switch (reason) {
      case 'message':
        return t`${name} wrote last, and may wait for an answer.`
      case 'ask':
        return t`${name} asks: “${title}”`
      case 'thanks':
        return t`“${title}” helped you, and ${name} does not know it yet.`
      case 'outcome':
        return t`You wanted to find out what “${title}” is worth.`
      case 'stillTrue':
        return t`“${title}” was said a while ago. Is it still true?`
    }
  }
}
