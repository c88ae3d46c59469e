import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { useMe } from '../../lib/use-me.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import { showToast } from '../../ui/toast.tsx'
import css from './settings.module.css'
import { useChangeMe } from './settings-queries.ts'

/** The name people know me by, and the handle they find me with. */
export function NameForm() {
  const { t } = useLingui()
  const words = useErrorWords()
  const me = useMe()
  const change = useChangeMe()
  const refused = {
    name: t`Please give the name that people know you by.`,
    handle: t`Three to thirty small letters, digits or dashes, without spaces.`,
  }
  const form = useForm({
    initial: { name: me.name, handle: me.handle },
    check: (values) => ({
      name: values.name.trim() === '' ? refused.name : undefined,
      handle: values.handle.trim().length < 3 ? refused.handle : undefined,
    }),
    refused,
    onSend: (values) =>
      change.mutate(values, { onSuccess: () => showToast({ text: t`Kept.` }), onError: form.refuse }),
  })
  const left = me.handle
  const otherHandle = form.values.handle !== left
  const changed = form.values.name !== me.name || otherHandle
  return (
    <form className={css.form} {...form.form}>
      <TextField label={t`Name`} autoComplete="name" maxLength={LIMITS.name} {...form.field('name')} />
      <TextField
        label={t`Handle`}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={LIMITS.handle}
        data
        hint={
          otherHandle
            ? t`Links to @${left} lead nowhere then. It stays reserved for you, and you may take it back. Three changes a month are the most.`
            : t`With it people find you, if you let them.`
        }
        {...form.field('handle')}
      />
      {change.error !== null && <Refusal>{words(change.error)}</Refusal>}
      {changed && (
        <Button variant="primary" type="submit" busy={change.isPending} busyLabel={t`Keeping`}>
          <Trans>Keep it so</Trans>
        </Button>
      )}
    </form>
  )
}
