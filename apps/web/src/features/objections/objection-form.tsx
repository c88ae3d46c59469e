import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { codeOf } from '../../lib/api-error.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextArea, TextField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { useMakeObjection } from './objection-queries.ts'
import css from './objections.module.css'

/** Somebody without an account objects to what may be said of him. The answer is the same whatever is here. */
export function ObjectionForm() {
  const { t } = useLingui()
  const words = useErrorWords()
  const { form, make } = useObjectionForm()
  if (make.isSuccess) {
    return (
      <p className={text.lead} role="status">
        <Trans>
          A letter with a link is on its way to your address. Only once you have opened it does somebody read
          what you wrote.
        </Trans>
      </p>
    )
  }
  return (
    <form className={css.form} {...form.form}>
      <TextField label={t`Your name`} autoComplete="name" maxLength={LIMITS.name} {...form.field('name')} />
      <TextArea
        label={t`Under which words might you stand here?`}
        hint={t`A name, a firm, a place, a link.`}
        maxLength={LIMITS.objectionEntry}
        {...form.field('entry')}
      />
      <TextArea
        label={t`What should be different, and why?`}
        maxLength={LIMITS.objectionWhy}
        {...form.field('why')}
      />
      <TextField
        label={t`Your e-mail address`}
        type="email"
        autoComplete="email"
        hint={t`For the answer alone.`}
        data
        {...form.field('email')}
      />
      <div className={css.unseen} aria-hidden="true">
        <label>
          website
          <input tabIndex={-1} autoComplete="off" {...unseen(form.field('website'))} />
        </label>
      </div>
      {make.error !== null && codeOf(make.error) !== 'invalid_input' && (
        <Refusal>{words(make.error)}</Refusal>
      )}
      <Button variant="primary" wide type="submit" busy={make.isPending} busyLabel={t`Sending`}>
        <Trans>Send the objection</Trans>
      </Button>
    </form>
  )
}

function unseen<Field extends { error: unknown }>({ error: _error, ...field }: Field) {
  return field
}

function useObjectionForm() {
  const { t } = useLingui()
  const make = useMakeObjection()
  const refused = {
    name: t`Please say who you are.`,
    entry: t`Please give a few words to look for.`,
    why: t`Please say in a few words why.`,
    email: t`This does not look like an e-mail address.`,
  }
  const form = useForm({
    initial: { name: '', entry: '', why: '', email: '', website: '' },
    check: ({ name, entry, why, email }) => ({
      name: name.trim() === '' ? refused.name : undefined,
      entry: entry.trim() === '' ? refused.entry : undefined,
      why: why.trim() === '' ? refused.why : undefined,
      email: email.includes('@') ? undefined : refused.email,
    }),
    refused,
    onSend: (values) => make.mutate({ ...values, language: spokenLanguage() }, { onError: form.refuse }),
  })
  return { form, make }
}
