import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api } from '../../lib/api.ts'
import { codeOf } from '../../lib/api-error.ts'
import { ERROR_WORDS } from '../../lib/error-words.ts'
import { leave } from '../../lib/leave.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { useMe } from '../../lib/use-me.ts'
import { Button } from '../../ui/button.tsx'
import { OwnPasswordField, Refusal, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'

/** The way out: what goes and what stays, before anything is asked. The people of the demo village are everybody's. */
export function LeavePart() {
  const { t } = useLingui()
  const { demo } = useMe()
  const [isOpen, setOpen] = useState(false)
  if (demo)
    return (
      <p className={text.hint}>{t`This person belongs to everybody who looks around here, and stays.`}</p>
    )
  return (
    <div className={layout.stack}>
      <p className={text.muted}>
        <Trans>
          Whatever you wrote goes, for everybody and for good: recommendations, asks, answers, comments,
          messages, photos, your circles and all your ties. Clubs of yours pass on to whoever has been in them
          longest.
        </Trans>
      </p>
      <p className={text.muted}>
        <Trans>
          What others wrote themselves is theirs and stays, also where they took up a recommendation of yours.
          Nobody else ever gets your handle. In backups of this Kith you are until those run out.
        </Trans>
      </p>
      <div>
        <Button onClick={() => setOpen(true)}>
          <Trans>Leave Kith</Trans>
        </Button>
      </div>
      {isOpen && <LeaveSheet onClose={() => setOpen(false)} />}
    </div>
  )
}

function LeaveSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const formId = useId()
  const words = useErrorWords()
  const { email, handle } = useMe()
  const leaving = useLeaving()
  const otherHandle = t`That is not your handle. It is ${handle}.`
  const form = useForm({
    initial: { handle: '', password: '' },
    check: ({ handle: typed, password }) => ({
      handle: typed.trim().toLowerCase() === handle ? undefined : otherHandle,
      password: password === '' ? t`Please give your password.` : undefined,
    }),
    refused: { handle: otherHandle, password: t(ERROR_WORDS.password_wrong) },
    onSend: (values) => leaving.mutate(values, { onError: form.refuse }),
  })
  const shown = leaving.error !== null && !BESIDE_FIELDS.has(codeOf(leaving.error))
  return (
    <Sheet
      title={t`Leave Kith for good?`}
      sub={t`It works at once and cannot be taken back. Take your data with you before.`}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          <Button onClick={onClose}>{t`Stay`}</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={leaving.isPending}
            busyLabel={t`One moment`}
          >{t`Leave for good`}</Button>
        </div>
      }
    >
      <form id={formId} {...form.form}>
        <SheetPart>
          <TextField
            label={t`Your handle`}
            hint={t`As it stands: ${handle}`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={LIMITS.handle}
            data
            {...form.field('handle')}
          />
        </SheetPart>
        <SheetPart>
          <OwnPasswordField
            label={t`Your password`}
            owner={email}
            maxLength={LIMITS.password.max}
            {...form.field('password')}
          />
        </SheetPart>
        {shown && (
          <SheetPart>
            <Refusal>{words(leaving.error)}</Refusal>
          </SheetPart>
        )}
      </form>
    </Sheet>
  )
}

const BESIDE_FIELDS: ReadonlySet<string> = new Set(['password_wrong', 'invalid_input'])

/** Goes for good; this device forgets as well. */
function useLeaving() {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { handle: string; password: string }) => api.post<void>('/me/leave', body),
    onSuccess: () => {
      leave(queryClient)
      showToast({ text: t`You have left. Nothing of yours is here any more.` })
    },
  })
}
