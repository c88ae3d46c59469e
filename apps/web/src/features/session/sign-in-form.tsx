import { Trans, useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import css from './session.module.css'
import { useSignIn } from './session-queries.ts'

/** E-mail and password. What was typed stays when it is refused. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const signIn = useSignIn()
  const email = t`This does not look like an e-mail address.`
  const form = useForm({
    initial: { email: '', password: '' },
    check: (values) => ({
      email: values.email.includes('@') ? undefined : email,
      password: values.password === '' ? t`Please give your password.` : undefined,
    }),
    refused: { email },
    onSend: (values) => signIn.mutate(values, { onSuccess: onDone, onError: form.refuse }),
  })

  return (
    <form className={css.form} {...form.form}>
      <TextField
        label={t`E-mail`}
        type="email"
        autoComplete="username webauthn"
        data
        {...form.field('email')}
      />
      <TextField
        label={t`Password`}
        type="password"
        autoComplete="current-password"
        data
        {...form.field('password')}
      />
      {signIn.error !== null && <Refusal>{words(signIn.error)}</Refusal>}
      <Button variant="primary" wide type="submit" busy={signIn.isPending} busyLabel={t`Signing in`}>
        <Trans>Sign in</Trans>
      </Button>
    </form>
  )
}
