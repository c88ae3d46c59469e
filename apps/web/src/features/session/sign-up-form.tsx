import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { codeOf } from '../../lib/api-error.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { deviceTimeZone } from '../../lib/time-zone.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { handleOf, isHandle } from './handle-of.ts'
import css from './session.module.css'
import { useSignUp } from './session-queries.ts'

/** A new account: what people call you, a handle, an address, a password. */
export function SignUpForm({ invitation = null, firstPerson = null, verb, onDone }: SignUpFormProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { signUp, form, writeName, writeHandle } = useSignUpForm({ invitation, firstPerson }, onDone)
  const { min } = LIMITS.password
  if (signUp.data !== undefined && 'mailSent' in signUp.data) {
    return (
      <p className={text.lead} role="status">
        <Trans>A letter with a link is on its way to your address. Open it, and you are in.</Trans>
      </p>
    )
  }
  return (
    <form className={css.form} {...form.form}>
      <TextField
        label={t`What do people call you?`}
        autoComplete="name"
        maxLength={LIMITS.name}
        {...form.field('name')}
        onChange={(event) => writeName(event.target.value)}
      />
      <TextField
        label={t`Handle`}
        aside={t`with it people find you`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={LIMITS.handle}
        data
        {...form.field('handle')}
        onChange={(event) => writeHandle(event.target.value)}
      />
      <TextField label={t`E-mail`} type="email" autoComplete="username" data {...form.field('email')} />
      <TextField
        label={t`Password`}
        aside={t`at least ${min} characters`}
        type="password"
        autoComplete="new-password"
        maxLength={LIMITS.password.max}
        data
        {...form.field('password')}
      />
      {signUp.error !== null && codeOf(signUp.error) !== 'invalid_input' && (
        <Refusal>{words(signUp.error)}</Refusal>
      )}
      <Button variant="primary" wide type="submit" busy={signUp.isPending} busyLabel={t`One moment`}>
        {verb}
      </Button>
    </form>
  )
}

interface Links {
  /** An invitation's secret, or the one of the first person's link. */
  invitation?: string | null
  firstPerson?: string | null
}

interface SignUpFormProps extends Links {
  /** What the button says: "Accept", "Join". */
  verb: string
  onDone: () => void
}

/** The fields, with a handle that follows the name until it is written by hand. */
function useSignUpForm({ invitation = null, firstPerson = null }: Links, onDone: () => void) {
  const { t } = useLingui()
  const signUp = useSignUp()
  const [handleTouched, setHandleTouched] = useState(false)
  const { min } = LIMITS.password
  const refused = {
    name: t`Please give the name that people know you by.`,
    handle: t`Three to thirty small letters, digits or dashes, without spaces.`,
    email: t`This does not look like an e-mail address.`,
    password: t`At least ${min} characters, please.`,
  }
  const form = useForm({
    initial: { name: '', handle: '', email: '', password: '' },
    check: (values) => ({
      name: values.name.trim() === '' ? refused.name : undefined,
      handle: isHandle(values.handle) ? undefined : refused.handle,
      email: values.email.includes('@') ? undefined : refused.email,
      password: values.password.length < min ? refused.password : undefined,
    }),
    refused,
    onSend: (values) =>
      signUp.mutate(
        {
          ...values,
          language: spokenLanguage(),
          timeZone: deviceTimeZone(),
          invitation,
          firstPerson,
        },
        { onSuccess: (answer) => !('mailSent' in answer) && onDone(), onError: form.refuse },
      ),
  })
  return {
    signUp,
    form,
    writeName: (name: string) => {
      form.set('name', name)
      if (!handleTouched) form.set('handle', handleOf(name))
    },
    writeHandle: (handle: string) => {
      setHandleTouched(true)
      form.set('handle', handle.toLowerCase())
    },
  }
}
