import type { NotificationLine } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { useThanksWords } from '../../lib/words/thanks-words.ts'

/** Says in one sentence why I am told. */
export function useReasonWords(): (line: NotificationLine) => string {
  const { t } = useLingui()
  const personWords = usePersonWords()
  const thanksWords = useThanksWords()
  return ({ reason, person }) => {
    const { who } = personWords(person)
    switch (reason) {
      case 'comment':
        return t`${who} commented on your recommendation.`
      case 'reply':
        return t`${who} commented after you.`
      case 'addressed':
        return t`${who} addressed this to you.`
      case 'passed':
        return t`${who} passed this on to you.`
      case 'thanks':
        return thanksWords(person)
      case 'sentence':
        return t`${who} was let down, and wrote you a sentence.`
      case 'asked':
        return t`${who} would like to recommend you for a job, and asks you first.`
      case 'agreed':
        return t`${who} said yes: others hear your recommendation now.`
      case 'answered':
        return t`${who} answered your ask with this.`
      case 'voice':
        return t`${who} has something to say about this too.`
      case 'club':
        return t`${who} would like to have you in the club.`
      case 'wrote':
        return t`${who} wrote to you.`
      case 'offer':
        return t`${who} also sells. Your feed asks whether you want to hear it.`
    }
  }
}
