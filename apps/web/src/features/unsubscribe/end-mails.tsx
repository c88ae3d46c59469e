import type { Unsubscribed } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import css from './unsubscribe.module.css'

/** Ends the mails to whoever the address of this page was sent to, once he says so. */
export function EndMails({ token }: { token: string }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const end = useMutation({
    mutationFn: () => api.post<Unsubscribed>(`/unsubscribe/${encodeURIComponent(token)}`),
  })
  if (end.isSuccess) {
    return (
      <p className={text.lead} role="status">
        <Trans>
          That is done: no more such mails. In the <Link to="/settings/notifications">settings</Link> you can
          turn them on again.
        </Trans>
      </p>
    )
  }
  return (
    <div className={css.step}>
      <p className={text.lead}>
        <Trans>
          Kith will no longer write to you that something is new. Mails about your account, such as for a new
          password, still come.
        </Trans>
      </p>
      <Button busy={end.isPending} busyLabel={t`One moment`} onClick={() => end.mutate()}>
        <Trans>End these mails</Trans>
      </Button>
      {end.error !== null && <Refusal>{words(end.error)}</Refusal>}
    </div>
  )
}
