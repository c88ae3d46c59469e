import { useState } from 'react'
import { TextField } from './field.tsx'
import { isNamedLike } from './name-search.ts'
import { Ring } from './ring.tsx'
import text from './text.module.css'
import css from './tie-choice.module.css'
import type { TieToChoose } from './tie-choice.tsx'

/** More are found by typing. */
const MOST = 60

/** My ties to tick: the ticked ones first, then the others as they match what is typed; before that all, or with `few` none. */
export function TieChecks<Id extends string>({
  label,
  ties,
  chosen,
  few = false,
  onChoose,
}: TieChecksProps<Id>) {
  const [typed, setTyped] = useState('')
  // Whoever is ticked now stays where he stands until the list is opened anew.
  const [first] = useState(() => new Set(chosen))
  const isWanted = isNamedLike(typed)
  const isShown = ({ person }: TieToChoose<Id>) =>
    chosen.includes(person.id) || (few && typed.trim() === '' ? false : isWanted({ person }))
  const shown = ties
    .filter(isShown)
    .toSorted((one, other) => Number(first.has(other.person.id)) - Number(first.has(one.person.id)))
  return (
    <>
      <TextField
        label={label}
        value={typed}
        data
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className={css.ties}>
        {shown.slice(0, Math.max(MOST, chosen.length)).map(({ person }) => (
          <label key={person.id}>
            <Ring pattern={person.ring} name={person.name} face={person.face} size={32} />
            <span className={text.name}>{person.name}</span>
            <input
              type="checkbox"
              checked={chosen.includes(person.id)}
              onChange={({ target }) =>
                onChoose(target.checked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id))
              }
            />
          </label>
        ))}
      </div>
    </>
  )
}

interface TieChecksProps<Id extends string> {
  label: string
  ties: readonly TieToChoose<Id>[]
  chosen: readonly Id[]
  few?: boolean
  onChoose: (chosen: Id[]) => void
}
