import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { TextField } from '../../ui/field.tsx'
import { folded } from '../../ui/name-search.ts'
import text from '../../ui/text.module.css'
import css from '../../ui/tie-choice.module.css'

/** So many are looked through by eye; of more one is found by typing, and so many are shown. */
const FEW = 12
const MOST = 60

/** Names to tick, as many as there is room for; the ticked ones stay in sight whatever is typed. */
export function NameChecks({ names, chosen, room, onChoose }: NameChecksProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const wanted = folded(typed.trim())
  const matching = names.filter((name) => chosen.includes(name) || folded(name).includes(wanted))
  const shown = matching.slice(0, Math.max(MOST, chosen.length))
  const isFull = chosen.length >= room
  const more = matching.length - shown.length
  return (
    <>
      {names.length > FEW && (
        <TextField
          label={t`Find a name`}
          value={typed}
          data
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <fieldset className={css.ties}>
        <legend className={text.vh}>{t`Names in this file`}</legend>
        {shown.map((name) => (
          <label key={name}>
            <span className={text.name}>{name}</span>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              disabled={isFull && !chosen.includes(name)}
              onChange={({ target }) =>
                onChoose(target.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
              }
            />
          </label>
        ))}
      </fieldset>
      {more > 0 && (
        <p className={text.hint}>
          <Plural value={more} one="# more is found by typing." other="# more are found by typing." />
        </p>
      )}
      {isFull && (
        <p className={text.hint}>
          <Trans>There is room for no more names on your list.</Trans>
        </p>
      )}
    </>
  )
}

interface NameChecksProps {
  names: readonly string[]
  chosen: readonly string[]
  /** How many more the list takes. */
  room: number
  onChoose: (chosen: readonly string[]) => void
}
