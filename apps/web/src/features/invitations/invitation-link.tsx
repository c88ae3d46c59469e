import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { SheetPart } from '../../ui/sheet.tsx'

/** The address that an invitation is opened at. */
export function linkOf(secret: string): string {
  return `${location.origin}/invitation/${secret}`
}

/** A link to copy, or to hand to whatever the device shares with. */
export function InvitationLink({ secret }: { secret: string }) {
  const { t } = useLingui()
  const [copied, setCopied] = useState(false)
  const link = linkOf(secret)
  const copy = () => void navigator.clipboard?.writeText(link).then(() => setCopied(true))
  return (
    <>
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
