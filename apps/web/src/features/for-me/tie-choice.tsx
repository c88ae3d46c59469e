import type { PersonId } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { tiesQuery } from '../../lib/my-queries.ts'
import { TextField } from '../../ui/field.tsx'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import css from './for-me.module.css'

/** One of my ties, to be found by name. */
export function TieChoice({
  chosen,
  onChoose,
}: {
  chosen: PersonId | null
  onChoose: (id: PersonId) => void
}) {
  const { t } = useLingui()
  const group = useId()
  const [typed, setTyped] = useState('')
  const { data: ties = [] } = useQuery(tiesQuery)
  const wanted = typed.trim().toLocaleLowerCase()
  const matching = ties.filter(
    ({ person }) => person.id === chosen || person.name.toLocaleLowerCase().includes(wanted),
  )
  return (
    <>
      <TextField
        label={t`To whom`}
        value={typed}
        data
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <fieldset className={css.ties}>
        <legend className={text.vh}>{t`Your ties`}</legend>
        {matching.map(({ person }) => (
          <label key={person.id}>
            <Ring pattern={person.ring} name={person.name} size={32} />
            <span className={text.name}>{person.name}</span>
            <input
              type="radio"
              name={group}
              checked={person.id === chosen}
              onChange={() => onChoose(person.id)}
            />
          </label>
        ))}
        {matching.length === 0 && <p className={text.muted}>{t`None of your ties is called so.`}</p>}
      </fieldset>
    </>
  )
}
