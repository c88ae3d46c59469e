import type { CareReason, ShownTie } from '@kith/contract'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import css from './care.module.css'
import { useCareWords } from './care-words.ts'

/** Why it is a good moment to turn to somebody, each with what to do. `ask` opens the thread of the two. */
export function ReasonList({ reasons, person, ask }: ReasonListProps) {
  const words = useCareWords()
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason.reason} className={css.reason}>
          <p>{words(reason, firstName(person.name))}</p>
          <ReasonVerb reason={reason} ask={ask} />
        </li>
      ))}
    </ul>
  )
}

interface ReasonListProps {
  reasons: readonly CareReason[]
  person: ShownTie
  ask: ReactNode
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
