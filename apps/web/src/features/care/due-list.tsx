import type { CareReason, DueTie } from '@kith/contract'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { faceOf } from '../../lib/face.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { firstName } from '../../lib/words/person-words.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import css from './care.module.css'
import { exchangeWords, useCareWords } from './care-words.ts'
import { useSpoke } from './use-spoke.ts'

/** Asks somebody in the thread of the two; the thread is another room's. */
export type RenderAsk = (tie: DueTie) => ReactNode

/** Whom I could turn to, each with why and what to do about it. */
export function DueList({ due, renderAsk }: { due: readonly DueTie[]; renderAsk: RenderAsk }) {
  return (
    <ul className={css.due}>
      {due.map((one) => (
        <li key={one.tie} className={css.row}>
          <DueRow due={one} renderAsk={renderAsk} />
        </li>
      ))}
    </ul>
  )
}

function DueRow({ due, renderAsk }: { due: DueTie; renderAsk: RenderAsk }) {
  const { person, reasons, lastExchange } = due
  const words = useCareWords()
  const { spoke, isPending } = useSpoke(due, person)
  const when = exchangeWords(lastExchange)
  return (
    <>
      <Ring pattern={person.ring} name={person.name} face={faceOf(person)} size={44} />
      <div className={css.words}>
        <h2 className={text.name}>
          <Link to="/people/$handle" params={{ handle: person.handle }}>
            {person.name}
          </Link>
        </h2>
        <p className={text.meta}>
          <Trans>You two last exchanged something {when}.</Trans>
        </p>
        <ul>
          {reasons.map((reason) => (
            <li key={reason.reason} className={css.reason}>
              <p>{words(reason, firstName(person.name))}</p>
              <ReasonVerb reason={reason} ask={renderAsk(due)} />
            </li>
          ))}
        </ul>
        <Button variant="quiet" disabled={isPending} onClick={spoke}>
          <Trans>We spoke</Trans>
        </Button>
      </div>
    </>
  )
}

function ReasonVerb({ reason: { reason, about, ask: asked, thread }, ask }: ReasonVerbProps) {
  const openSheet = useOpenSheet()
  if (thread !== null)
    return (
      <Link to="/threads/$id" params={{ id: thread }} className={buttonClass('second')}>
        <Trans>Answer</Trans>
      </Link>
    )
  switch (reason) {
    case 'ask':
      return (
        <Button onClick={() => openSheet('answer', asked?.post)}>
          <Trans>Answer</Trans>
        </Button>
      )
    case 'thanks':
      return (
        <Button onClick={() => openSheet('thank', about?.post)}>
          <Trans>Say thank you</Trans>
        </Button>
      )
    case 'outcome':
      return (
        <Button onClick={() => openSheet('outcome', about?.post)}>
          <Trans>Say what became of it</Trans>
        </Button>
      )
    default:
      return ask
  }
}

interface ReasonVerbProps {
  reason: CareReason
  ask: ReactNode
}
