import type { ShownPerson } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { usePersonWords } from './person-words.ts'

/** Says that somebody thanks me, or through which of my ties thanks of somebody further on came back. */
export function useThanksWords(): (from: ShownPerson, carriedFrom?: string) => string {
  const { t } = useLingui()
  const personWords = usePersonWords()
  return (from, carriedFrom) => {
    const { name, isVia } =
      from.shown === 'via'
        ? { name: from.via.name, isVia: true }
        : { name: personWords(from).who, isVia: false }
    if (carriedFrom === undefined) {
      return isVia ? t`Thanks came back to you through ${name}.` : t`${name} thanks you.`
    }
    return isVia
      ? t`Thanks came back through ${name}, and went on through you to ${carriedFrom}.`
      : t`${name} thanks you: it went through you, from ${carriedFrom}.`
  }
}
