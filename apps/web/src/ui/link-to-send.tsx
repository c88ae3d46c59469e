import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import layout from './layout.module.css'

/** A link to copy, or to hand to whatever the device shares with. */
export function LinkToSend({ link }: { link: string }) {
  const { t } = useLingui()
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(link).then(() => setCopied(true))
  return (
    <div className={layout.stack}>
      <TextField
        label={t`Link`}
        value={link}
        readOnly
        data
        onFocus={(event) => event.target.select()}
        hint={copied ? <span role="status">{t`Copied.`}</span> : undefined}
      />
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
    </div>
  )
}
