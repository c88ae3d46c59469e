import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Letter } from '../../ui/letter.tsx'
import text from '../../ui/text.module.css'
import css from './ask-links.module.css'

export type DeadEnd = 'revoked' | 'expired' | 'unknown'

/** A link that leads to no ask any more says which kind of nothing, and what one can do about it. */
export function DeadAskLink({ end, children }: { end: DeadEnd; children: ReactNode }) {
  const { t } = useLingui()
  const said = {
    revoked: [t`This link was taken back.`, t`If you still know something, tell whoever sent it.`],
    expired: [t`This ask is over.`, t`Whoever sent you the link is not looking any more.`],
    unknown: [
      t`This link leads nowhere. Perhaps a piece of it is missing.`,
      t`Copy the whole link, or ask whoever sent it.`,
    ],
  }
  const [what, then] = said[end]
  return (
    <Letter title={t`An ask`}>
      <div className={css.after}>
        <p className={text.lead}>{what}</p>
        <p className={text.hint}>{then}</p>
        {children}
      </div>
    </Letter>
  )
}
