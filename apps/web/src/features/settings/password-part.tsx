import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { codeOf } from '../../lib/api-error.ts'
import { ERROR_WORDS } from '../../lib/error-words.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { useMe } from '../../lib/use-me.ts'
import { Button } from '../../ui/button.tsx'
import { OwnPasswordField, Refusal, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { useChangePassword } from './settings-queries.ts'

/** The way to another password; the people of the demo village have none. */
export function PasswordPart() {
  const { t } = useLingui()
  const { demo } = useMe()
  const [isOpen, setOpen] = useState(false)
  if (demo) return <p className={text.hint}>{t(ERROR_WORDS.demo_person)}</p>
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trans>Change your password</Trans>
      </Button>
      {isOpen && <PasswordSheet onClose={() => setOpen(false)} />}
    </>
  )
}

function PasswordSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const formId = useId()
  const words = useErrorWords()
  const { email } = useMe()
  const change = useChangePassword()
  const { min } = LIMITS.password
  const tooShort = t`At least ${min} characters, please.`
  const form = useForm({
    initial: { password: '', next: '' },
    check: ({ password, next }) => ({
      password: password === '' ? t`Please give your password.` : undefined,
      next: next.length < min ? tooShort : undefined,
    }),
    refused: { password: t(ERROR_WORDS.password_wrong), next: tooShort },
    onSend: (values) =>
      change.mutate(values, {
        onSuccess: () => {
          showToast({ text: t`Your password is changed.` })
          onClose()
        },
        onError: form.refuse,
      }),
  })
  return (
    <Sheet
      title={t`Change your password`}
      sub={t`Wherever else you are signed in, you are signed out. Passkeys stay good.`}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={change.isPending}
            busyLabel={t`One moment`}
          >{t`Change it`}</Button>
        </div>
      }
    >
      <form id={formId} {...form.form}>
        <SheetPart>
          <OwnPasswordField
            label={t`Your password until now`}
            owner={email}
            maxLength={LIMITS.password.max}
            {...form.field('password')}
          />
        </SheetPart>
        <SheetPart>
          <TextField
            label={t`Your new password`}
            type="password"
            autoComplete="new-password"
            maxLength={LIMITS.password.max}
            hint={tooShort}
            data
            {...form.field('next')}
          />
        </SheetPart>
        {change.error !== null && codeOf(change.error) !== 'password_wrong' && (
          <SheetPart>
            <Refusal>{words(change.error)}</Refusal>
          </SheetPart>
        )}
      </form>
    </Sheet>
  )
}
