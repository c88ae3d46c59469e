import type { LookedAtImport } from '@kith/contract'
import { Plural, Trans } from '@lingui/react/macro'
import rows from '../../ui/rows.module.css'
import text from '../../ui/text.module.css'

/** What I have written about already, by its name: mine stays, unless I want the note as well. */
export function AlikeList({ alike, chosen, onChoose }: AlikeListProps) {
  return (
    <fieldset>
      <legend className={text.strong}>
        <Plural
          value={alike.length}
          one="You have written about # of them already"
          other="You have written about # of them already"
        />
      </legend>
      <p className={text.muted}>
        <Trans>What you wrote stays as it is. Tick what you want as a note of its own nevertheless.</Trans>
      </p>
      <ul className={rows.rows}>
        {alike.map(({ key, title }) => (
          <li key={key}>
            <label htmlFor={`alike ${key}`}>{title}</label>
            <input
              id={`alike ${key}`}
              type="checkbox"
              checked={chosen.includes(key)}
              onChange={({ target }) =>
                onChoose(target.checked ? [...chosen, key] : chosen.filter((one) => one !== key))
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

interface AlikeListProps {
  alike: LookedAtImport['alike']
  chosen: readonly string[]
  onChoose: (chosen: readonly string[]) => void
}
