import type { Entry } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { cx } from '../../ui/class-names.ts'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import css from './session.module.css'
import { useLookAround } from './session-queries.ts'

/** The demo village's people through whose eyes one may look. */
export function LookAroundList({ people, onDone }: { people: Entry['lookAround']; onDone: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const lookAround = useLookAround()
  const language = spokenLanguage()
  return (
    <section className={layout.room}>
      <h3 className={text.section}>{t`Look around as …`}</h3>
      <p
        className={text.hint}
      >{t`Invented people in an invented village. Nobody real notices what you change.`}</p>
      <ul className={css.people}>
        {people.map((person) => (
          <li key={person.key}>
            <button
              type="button"
              disabled={lookAround.isPending}
              onClick={() => lookAround.mutate({ as: person.key }, { onSuccess: onDone })}
            >
              <Ring pattern="unsorted" name={person.name} />
              <span>
                <span className={cx(text.name, css.name)}>{person.name}</span>
                <span className={text.meta}>{withoutName(person.line[language], person.name)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {lookAround.error !== null && <Refusal>{words(lookAround.error)}</Refusal>}
    </section>
  )
}

// The line begins with the name, which stands above it already.
function withoutName(line: string, name: string): string {
  return line.startsWith(`${name}, `) ? line.slice(name.length + 2) : line
}
