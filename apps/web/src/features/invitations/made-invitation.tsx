import type { Invitation } from '@kith/contract'
import { Trans } from '@lingui/react/macro'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { dateWords } from '../../lib/words/dates.ts'
import text from '../../ui/text.module.css'
import { InvitationLink } from './invitation-link.tsx'

/** The link, this once. */
export function MadeInvitation({ invitation: { secret, expires } }: { invitation: Invitation }) {
  const date = dateWords(expires, now(), spokenLanguage())
  if (secret === null) return null
  return (
    <>
      <p className={text.lead}>
        <Trans>It is good for one person until {date}, and is shown only now.</Trans>
      </p>
      <InvitationLink secret={secret} />
    </>
  )
}
