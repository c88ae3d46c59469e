import type { SubjectFacts, Words } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { now } from '../clock.ts'
import { dateWords } from './dates.ts'

type Fact = string | null

/** What only one kind of subject has, in the order in which one would say it; null where nothing is said. */
export function useKindFacts(): (subject: SubjectFacts, words: Words | undefined) => Fact[] {
  const { t, i18n } = useLingui()
  return (subject, words) => [
    subject.trade,
    subject.region,
    subject.role === null ? null : t`wanted: ${subject.role}`,
    subject.field,
    words?.hours === 'full' ? t`full time` : null,
    words?.hours === 'part' ? t`part time` : null,
    words?.ends ? t`open until ${dateWords(words.ends, now(), i18n.locale)}` : null,
    words?.occasion ?? null,
  ]
}
