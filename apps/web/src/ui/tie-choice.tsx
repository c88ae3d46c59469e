import { useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { TextField } from './field.tsx'
import { isNamedLike } from './name-search.ts'
import { Ring, type RingPattern } from './ring.tsx'
import text from './text.module.css'
import css from './tie-choice.module.css'

/** One of my ties, to be found by name. */
export function TieChoice<Id extends string>({ label, ties, chosen, onChoose }: TieChoiceProps<Id>) {
  const { t } = useLingui()
  const group = useId()
  const [typed, setTyped] = useState('')
  const isWanted = isNamedLike(typed)
  const matching = ties.filter((tie) => tie.person.id === chosen || isWanted(tie))
  return (
    <>
      <TextField
        label={label}
        value={typed}
        data
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <fieldset className={css.ties}>
        <legend className={text.vh}>{t`Your ties`}</legend>
        {matching.map(({ person }) => (
          <label key={person.id}>
            <Ring pattern={person.ring} name={person.name} face={person.face} size={32} />
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

/** A tie as it is chosen. */
export interface TieToChoose<Id extends string> {
  readonly person: {
    readonly id: Id
    readonly name: string
    readonly ring: RingPattern
    readonly face?: string | undefined
  }
}

interface TieChoiceProps<Id extends string> {
  label: string
  ties: readonly TieToChoose<Id>[]
  chosen: Id | null
  onChoose: (id: Id) => void
}
