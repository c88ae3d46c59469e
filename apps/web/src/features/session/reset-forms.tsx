import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import css from './session.module.css'
import { useRequestReset, useResetPassword } from './session-queries.ts'

/** Asks for a letter with a link. The answer never tells whether the address is known. */
export function RequestResetForm() {
  const { t } = useLingui()
  const words = useErrorWords()
  const request = useRequestReset()
  const email = t`This does not look like an e-mail address.`
  const form = useForm({
    initial: { email: '' },
    check: (values) => ({ email: values.email.includes('@') ? undefined : email }),
    refused: { email },
    onSend: (values) => request.mutate(values, { onError: form.refuse }),
  })
  if (request.isSuccess) {
    return (
      <p className={text.lead} role="status">
        <Trans>If there is an account with this address, a letter with a link is on its way to it.</Trans>
      </p>
    )
  }
  return (
    <form className={css.form} {...form.form}>
      <TextField label={t`E-mail`} type="email" autoComplete="username" data {...form.field('email')} />
      {request.error !== null && <Refusal>{words(request.error)}</Refusal>}
      <Button variant="primary" wide type="submit" busy={request.isPending} busyLabel={t`Sending`}>
        <Trans>Send me a link</Trans>
      </Button>
    </form>
  )
}

/** Sets a new password; all sessions of the account end with it. */
export function ResetPasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const reset = useResetPassword()
  const { min } = LIMITS.password
  const password = t`At least ${min} characters, please.`
  const form = useForm({
    initial: { password: '' },
    check: (values) => ({ password: values.password.length < min ? password : undefined }),
    refused: { password },
    onSend: (values) => reset.mutate({ token, ...values }, { onSuccess: onDone, onError: form.refuse }),
  })
  return (
    <form className={css.form} {...form.form}>
      <TextField
        label={t`New password`}
        aside={t`at least ${min} characters`}
        type="password"
        autoComplete="new-password"
        maxLength={LIMITS.password.max}
        data
        {...form.field('password')}
      />
      <p className={text.hint}>
        <Trans>
          You are signed out everywhere then. Passkeys stay good; you can look them over in the settings.
        </Trans>
      </p>
      {reset.error !== null && <Refusal>{words(reset.error)}</Refusal>}
      <Button variant="primary" wide type="submit" busy={reset.isPending} busyLabel={t`One moment`}>
        <Trans>Set it and sign in</Trans>
      </Button>
    </form>
  )
}
