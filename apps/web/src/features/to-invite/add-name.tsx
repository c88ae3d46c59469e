import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import css from './to-invite.module.css'
import { useAddNames } from './to-invite-queries.ts'

/** One more name, typed by hand. */
export function AddName() {
  const { t } = useLingui()
  const words = useErrorWords()
  const add = useAddNames()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || add.isPending) return
    add.mutate([name.trim()], { onSuccess: () => setName('') })
  }
  return (
    <form className={css.add} onSubmit={submit}>
      <TextField
        label={t`Another name`}
        value={name}
        maxLength={LIMITS.name}
        autoComplete="off"
        error={add.error === null ? undefined : words(add.error)}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" busy={add.isPending} busyLabel={t`One moment`}>
        <Trans>Add</Trans>
      </Button>
    </form>
  )
}
