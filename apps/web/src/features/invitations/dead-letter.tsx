import type { InvitationPage } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { cx } from '../../ui/class-names.ts'
import { Letter } from '../../ui/letter.tsx'
import text from '../../ui/text.module.css'
import css from './invitations.module.css'

/** A link that opens nothing any more says which kind of nothing, and what one can do about it. */
export function DeadLetter({ state, children }: DeadLetterProps) {
  const { t } = useLingui()
  const said = {
    mine: [t`You have accepted this invitation.`, t`It was good for one person, and that was you.`],
    used: [
      t`This invitation has been accepted. It was good for one person.`,
      t`Was it meant for you, and it was not you who accepted? Tell whoever sent it: who accepted shows there, and the tie can be ended.`,
    ],
    revoked: [t`This invitation was taken back.`, t`Ask whoever sent it for a new one.`],
    expired: [t`This invitation has ended.`, t`Ask whoever sent it for a new one.`],
    unknown: [
      t`This link leads nowhere. Perhaps a piece of it is missing.`,
      t`Copy the whole link, or ask whoever sent it.`,
    ],
  }
  const [what, then] = said[state]
  return (
    <Letter title={t`An invitation`}>
      <p className={cx(text.lead, css.note)}>{what}</p>
      <p className={text.hint}>{then}</p>
      {children}
    </Letter>
  )
}

interface DeadLetterProps {
  state: 'mine' | Exclude<InvitationPage['state'], 'live'> | 'unknown'
  /** Where to go from here. */
  children?: ReactNode
}
