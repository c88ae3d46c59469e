import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet } from '../../ui/sheet.tsx'

/** Takes the code that a host reads out. */
export function JoinSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const missing = t`Please type the code.`
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim() === '' ? missing : undefined }),
    refused: { code: missing },
    onSend: ({ code }) =>
      void navigate({ to: '/join/$code', params: { code: code.trim().toUpperCase() }, replace: true }),
  })
  return (
    <Sheet title={t`Join by a code`} onClose={onClose}>
      <form className={layout.stack} {...form.form}>
        <p className={layout.part}>
          <Trans>The host of the club makes it and reads it out where you are together.</Trans>
        </p>
        <TextField
          label={t`Code`}
          data
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          {...form.field('code')}
        />
        <Button variant="primary" wide type="submit">
          <Trans>Go on</Trans>
        </Button>
      </form>
    </Sheet>
  )
}
