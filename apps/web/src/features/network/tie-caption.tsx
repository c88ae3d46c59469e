import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { faceOf } from '../../lib/face.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { CLOSENESS, stepOf } from '../../lib/words/closeness-words.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import css from './network.module.css'
import type { PlacedTie } from './picture-layout.ts'

/** Whoever is chosen in the picture, in words, and what I can do for the tie. */
export function TieCaption({ placed }: { placed: PlacedTie | undefined }) {
  return (
    <div className={css.caption} aria-live="polite">
      {placed === undefined ? (
        <p className={text.muted}>
          <Trans>Choose somebody in the picture to look after your tie.</Trans>
        </p>
      ) : (
        <Chosen placed={placed} />
      )}
    </div>
  )
}

function Chosen({ placed: { tie, beyond, more } }: { placed: PlacedTie }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const { person } = tie
  const step = stepOf(person.closeness)
  const name = firstName(person.name)
  return (
    <>
      <Ring pattern={person.ring} name={person.name} face={faceOf(person)} size={44} />
      <div className={css.words}>
        <Link className={text.name} to="/people/$handle" params={{ handle: person.handle }}>
          {person.name}
        </Link>
        <p className={text.meta}>
          {step === null ? t`not sorted yet` : t(CLOSENESS[step].short)}
          {tie.paused && ` · ${t`paused by you`}`}
        </p>
        {beyond.length > 0 && (
          <p className={text.meta}>
            <Trans>Behind {name}, named by their own wish:</Trans>{' '}
            {beyond.map((one, at) => (
              <span key={one.person.id}>
                {at > 0 && ', '}
                <Link className={text.link} to="/people/$handle" params={{ handle: one.person.handle }}>
                  {one.person.name}
                </Link>
              </span>
            ))}
          </p>
        )}
        {more && (
          <p className={text.meta}>
            <Trans>More comes through {name} than is drawn.</Trans>
          </p>
        )}
      </div>
      <Button onClick={() => openSheet('sort', tie.id)}>
        <Trans>How you know {name}</Trans>
      </Button>
    </>
  )
}
