import type { Invitation } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { dateWords } from '../../lib/words/dates.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'

/** The link, this once: to copy, or to hand to whatever the device shares with. */
export function MadeInvitation({ invitation: { secret, expires, sittingTogether } }: MadeInvitationProps) {
  const { t } = useLingui()
  const [copied, setCopied] = useState(false)
  if (secret === null) return null
  const link = `${location.origin}/invitation/${secret}`
  const date = dateWords(expires, now(), spokenLanguage())
  const copy = () => void navigator.clipboard?.writeText(link).then(() => setCopied(true))
  return (
    <>
      <p className={text.lead}>
        {sittingTogether ? (
          <Trans>It is good for ten minutes and for one person.</Trans>
        ) : (
          <Trans>It is good for one person until {date}, and is shown only now.</Trans>
        )}
      </p>
      <SheetPart>
        <TextField
          label={t`Link`}
          value={link}
          readOnly
          data
          onFocus={(event) => event.target.select()}
          hint={copied ? t`Copied.` : undefined}
        />
      </SheetPart>
      <SheetPart>
        <div className={layout.buttons}>
          <Button variant="primary" onClick={copy}>
            <Trans>Copy the link</Trans>
          </Button>
          {'share' in navigator && (
            <Button onClick={() => void navigator.share({ url: link }).catch(() => undefined)}>
              <Trans>Send it</Trans>
            </Button>
          )}
        </div>
      </SheetPart>
    </>
  )
}

interface MadeInvitationProps {
  invitation: Invitation
}
