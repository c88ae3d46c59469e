import type { ShownPerson } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { usePersonWords } from './person-words.ts'

/** Whom I share a thread with; whoever has left Kith has no name any more. */
export function useOthersWords(): (others: readonly ShownPerson[]) => string {
  const { t } = useLingui()
  const personWords = usePersonWords()
  return (others) =>
    others.length === 0 ? t`Somebody who left Kith` : others.map((other) => personWords(other).who).join(', ')
}
