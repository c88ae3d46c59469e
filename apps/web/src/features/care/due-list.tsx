import type { DueTie } from '@kith/contract'
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { faceOf } from '../../lib/face.ts'
import { Button } from '../../ui/button.tsx'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import css from './care.module.css'
import { exchangeWords } from './care-words.ts'
import { PersonLink } from './person-link.tsx'
import { ReasonList } from './reason-list.tsx'
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
  const { spoke, isPending } = useSpoke(due, person)
  const when = exchangeWords(lastExchange)
  return (
    <>
      <Ring pattern={person.ring} name={person.name} face={faceOf(person)} size={44} />
      <div className={css.words}>
        <PersonLink person={person} />
        <p className={text.meta}>
          <Trans>You two last exchanged something {when}.</Trans>
        </p>
        <ReasonList reasons={reasons} person={person} ask={renderAsk(due)} />
        <Button variant="quiet" disabled={isPending} onClick={spoke}>
          <Trans>We spoke</Trans>
        </Button>
      </div>
    </>
  )
}
