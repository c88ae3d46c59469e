import { Trans, useLingui } from '@lingui/react/macro'
import { canHavePasskeys, whyNoPasskey } from '../../lib/passkeys.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { usePasskeySignIn } from './use-passkey-sign-in.ts'

/** The way in without a password; nothing where this browser has no passkeys. */
export function PasskeySignIn({ onDone }: { onDone: () => void }) {
  return canHavePasskeys() ? <PasskeyButton onDone={onDone} /> : null
}

function PasskeyButton({ onDone }: { onDone: () => void }) {
  const { t } = useLingui()
  const words = useWhyNot()
  const { isBusy, error, press } = usePasskeySignIn(onDone)
  return (
    <div className={cx(layout.part, layout.stack)}>
      <Button wide busy={isBusy} busyLabel={t`Waiting for your device`} onClick={press}>
        <Trans>Sign in with a passkey</Trans>
      </Button>
      {error !== null && <Refusal>{words(error)}</Refusal>}
    </div>
  )
}

function useWhyNot(): (error: unknown) => string {
  const { t } = useLingui()
  const words = useErrorWords()
  return (error) => {
    const why = whyNoPasskey(error)
    if (why === undefined) return words(error)
    return why === 'givenUp'
      ? t`No passkey was chosen. You can try again, or sign in with your password.`
      : t`This browser cannot use a passkey just now. Your password still works.`
  }
}
