import { LIMITS, type Passkey } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { codeOf } from '../../lib/api-error.ts'
import { ERROR_WORDS } from '../../lib/error-words.ts'
import { whyNoPasskey } from '../../lib/passkeys.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { useMe } from '../../lib/use-me.ts'
import { Button } from '../../ui/button.tsx'
import { OwnPasswordField, Refusal, TextField } from '../../ui/field.tsx'
import { FieldSheet } from '../../ui/field-sheet.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { usePasskeyName } from './passkey-name.ts'
import { useAddPasskey, useRenamePasskey } from './passkey-queries.ts'

/** Adds a passkey, once the password was given again. */
export function NewPasskeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const formId = useId()
  const { email } = useMe()
  const words = useWhyNot()
  const add = useAddPasskey()
  const form = useForm({
    initial: { password: '', name: '' },
    check: ({ password }) => ({ password: password === '' ? t`Please give your password.` : undefined }),
    refused: {
      password: t(ERROR_WORDS.password_wrong),
      name: t`This name cannot be shown.`,
    },
    onSend: ({ password, name }) =>
      add.mutate(
        { password, name: name.trim() || null },
        {
          onSuccess: () => {
            showToast({ text: t`The passkey is added.` })
            onClose()
          },
          onError: form.refuse,
        },
      ),
  })
  return (
    <Sheet
      title={t`Add a passkey`}
      sub={t`Whoever has it can sign in as you. That is why you are asked for your password once more.`}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={add.isPending}
            busyLabel={t`Waiting for your device`}
          >{t`Go on`}</Button>
        </div>
      }
    >
      <form id={formId} {...form.form}>
        <SheetPart>
          <OwnPasswordField
            label={t`Password`}
            owner={email}
            maxLength={LIMITS.password.max}
            {...form.field('password')}
          />
        </SheetPart>
        <SheetPart>
          <NameField {...form.field('name')} />
        </SheetPart>
        {add.error !== null && codeOf(add.error) !== 'password_wrong' && (
          <SheetPart>
            <Refusal>{words(add.error)}</Refusal>
          </SheetPart>
        )}
      </form>
    </Sheet>
  )
}

/** Gives a passkey another name. */
export function PasskeyNameSheet({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const rename = useRenamePasskey(passkey.id)
  const name = usePasskeyName()(passkey)
  return (
    <FieldSheet
      title={t`What it is called`}
      sub={name}
      initial={passkey.name ?? ''}
      field={(written) => <NameField {...written} />}
      send={{
        label: t`Keep it so`,
        busyLabel: t`One moment`,
        isBusy: rename.isPending,
        onSend: (next) => rename.mutate(next, { onSuccess: onClose }),
      }}
      refusal={rename.error === null ? null : words(rename.error)}
      onClose={onClose}
    />
  )
}

type NameFieldProps = Pick<Parameters<typeof TextField>[0], 'value' | 'onChange' | 'error'>

function NameField(rest: NameFieldProps) {
  const { t } = useLingui()
  return (
    <TextField
      label={t`Name`}
      aside={t`if you like`}
      placeholder={t`My phone`}
      autoComplete="off"
      maxLength={LIMITS.passkeyName}
      {...rest}
    />
  )
}

function useWhyNot(): (error: unknown) => string {
  const { t } = useLingui()
  const words = useErrorWords()
  return (error) => {
    const why = whyNoPasskey(error)
    if (why === undefined) return words(error)
    if (why === 'alreadyThere') return t`This device has a passkey for you already.`
    return why === 'givenUp'
      ? t`No passkey was made. You can try again.`
      : t`This browser cannot make a passkey just now.`
  }
}
