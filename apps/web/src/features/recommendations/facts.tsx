import type { Subject, Voice } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { useKindFacts } from '../../lib/words/kind-facts.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import css from '../../ui/facts.module.css'
import { Icon } from '../../ui/icon.tsx'
import { Marked } from '../../ui/marked.tsx'

/** Kind, and below the title what the strongest voice says of place, maker, price and time. */
export function Facts({ subject, voice }: { subject: Subject; voice?: Voice }) {
  const { t } = useLingui()
  const { word, icon } = KINDS[subject.kind]
  const made = [subject.creator, subject.year].filter((part) => part !== null).join(', ')
  const ofKind = useKindFacts()
  const facts = [
    made,
    subject.place,
    ...ofKind(subject, voice?.words),
    voice?.words.price,
    voice?.words.when,
    voice && agoWords(voice.created, now(), spokenLanguage()),
  ].filter(isSaid)
  return (
    <p className={css.facts}>
      <span className={css.kind}>
        <Icon of={icon} />
        {t(word)}
      </span>
      {facts.map((fact) => (
        <span key={fact}>
          <Marked>{fact}</Marked>
        </span>
      ))}
    </p>
  )
}

function isSaid(fact: string | null | undefined): fact is string {
  return fact !== null && fact !== undefined && fact !== ''
}
