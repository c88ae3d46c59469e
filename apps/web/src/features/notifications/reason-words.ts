import type { CareReasonKind, NotificationLine } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { seasonWords } from '../../lib/words/season-words.ts'
import { useThanksWords } from '../../lib/words/thanks-words.ts'

/** Says in one sentence why I am told. */
export function useReasonWords(): (line: NotificationLine) => string {
  const { t, i18n } = useLingui()
  const personWords = usePersonWords()
  const thanksWords = useThanksWords()
  const careWords = useCareWords()
  return ({ reason, person, care, letter }) => {
    const { acting: who } = personWords(person)
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
        return t`${who} answered your ask.`
      case 'sought':
        return t`${who} asks you directly.`
      case 'guest':
        return t`Somebody answered by your link.`
      case 'voice':
        return t`${who} has something to say about this too.`
      case 'club':
        return t`${who} would like to have you in the club.`
      case 'introduce':
        return t`${who} asks you to introduce somebody.`
      case 'bringing':
        return t`${who} would like to bring you together with somebody.`
      case 'introduced':
        return t`${who} said yes: you have brought two together.`
      case 'found':
        return t`${who} has found somebody for you, and brings you together.`
      case 'wrote':
        return t`${who} wrote to you.`
      case 'care':
        return careWords(care, who)
      case 'letter': {
        const season = letter === undefined ? '' : seasonWords(i18n, letter)
        return t`Your letter of ${season} is there.`
      }
      case 'report':
        return t`There is an answer to what you reported.`
      case 'look':
        return t`The operator opened something of yours, or decided about it.`
      case 'offer':
        return t`${who} also sells. Your feed asks whether you want to hear it.`
    }
  }
}

function useCareWords(): (reason: CareReasonKind | undefined, who: string) => string {
  const { t } = useLingui()
  return (reason, who) => {
    switch (reason) {
      case 'message':
        return t`It has been a while: ${who} wrote last, and may wait for an answer.`
      case 'ask':
        return t`It has been a while: ${who} asks for something that you may know.`
      case 'thanks':
        return t`It has been a while: something that ${who} said helped you.`
      case 'outcome':
        return t`It has been a while: you wanted to try something that ${who} said.`
      case 'stillTrue':
        return t`It has been a while: is what ${who} said still true?`
      case undefined:
        return t`It has been a while since you and ${who} exchanged anything.`
    }
  }
}
