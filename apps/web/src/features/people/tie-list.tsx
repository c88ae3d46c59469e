import type { Circle, TieView } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { CIRCLE_WORDS, useCircleName } from '../../lib/words/circle-words.ts'
import { CLOSENESS, stepOf } from '../../lib/words/closeness-words.ts'
import { TieLine } from '../../ui/chain.tsx'
import { cx } from '../../ui/class-names.ts'
import { TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Ring, type RingPattern } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import css from './people.module.css'

interface Group {
  key: string
  name: string
  pattern: RingPattern
  ties: TieView[]
}

/** My ties by circle; a tie in several stands in each of them, the unsorted ones last. */
export function TieList({ ties, circles }: { ties: readonly TieView[]; circles: readonly Circle[] }) {
  const { t } = useLingui()
  const circleName = useCircleName()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLocaleLowerCase()
  const matching = ties.filter(({ person }) => person.name.toLocaleLowerCase().includes(wanted))
  const groups: Group[] = [
    ...circles.map((circle) => ({
      key: circle.id,
      name: circleName(circle),
      pattern: circle.kind,
      ties: matching.filter((tie) => tie.circles.includes(circle.id)),
    })),
    {
      key: 'unsorted',
      name: t(CIRCLE_WORDS.unsorted),
      pattern: 'unsorted',
      ties: matching.filter((tie) => tie.circles.length === 0),
    },
  ]
  return (
    <>
      <div className={layout.part}>
        <TextField
          label={t`Find a tie`}
          value={typed}
          data
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {groups
        .filter((group) => group.ties.length > 0)
        .map((group) => (
          <section key={group.key} className={css.group}>
            <h2 className={cx(text.section, css.groupName)}>
              <Ring pattern={group.pattern} size={26} />
              {group.name}
            </h2>
            <ul>
              {group.ties.map((tie) => (
                <TieRow key={tie.id} tie={tie} />
              ))}
            </ul>
          </section>
        ))}
    </>
  )
}

function TieRow({ tie }: { tie: TieView }) {
  const { t } = useLingui()
  const { person } = tie
  const step = stepOf(person.closeness)
  return (
    <li>
      <Link to="/people/$handle" params={{ handle: person.handle }} className={css.row}>
        <Ring pattern={person.ring} name={person.name} />
        <span className={css.words}>
          <span className={cx(text.name, css.name)}>{person.name}</span>
          {tie.paused && <span className={text.meta}>{t`Paused by you`}</span>}
          {tie.awaitsConfirmation && <span className={text.meta}>{t`Is it the right person?`}</span>}
        </span>
        {step !== null && (
          <span className={css.closeness}>
            <TieLine closeness={step} className={css.tie ?? ''} />
            <span className={cx(text.small, text.muted)}>{t(CLOSENESS[step].short)}</span>
          </span>
        )}
      </Link>
    </li>
  )
}
