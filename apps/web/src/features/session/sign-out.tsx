import { Trans, useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { useSignOut } from './session-queries.ts'

/** Ends this session, on this device. */
export function SignOut() {
  const { t } = useLingui()
  const words = useErrorWords()
  const signOut = useSignOut()
  return (
    <p className={layout.part}>
      <Button busy={signOut.isPending} busyLabel={t`One moment`} onClick={() => signOut.mutate()}>
        <Trans>Sign out here</Trans>
      </Button>
      {signOut.error !== null && <Refusal>{words(signOut.error)}</Refusal>}
    </p>
  )
}
