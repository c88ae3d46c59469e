import { LIMITS, type Voice } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { api } from '../../lib/api.ts'
import { changeVoice } from '../../lib/change-voice.ts'
import { recommendationQuery } from '../../lib/recommendation-query.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { pathOf } from './use-remember.ts'

/** Why I remember something, for my eyes alone. */
export function RememberSheet({ of = '', onClose }: { of: string | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error } = useQuery(recommendationQuery(of))
  if (error !== null) {
    return (
      <Sheet title={t`Nothing is here`} onClose={onClose}>
        <p className={text.lead}>{words(error)}</p>
      </Sheet>
    )
  }
  return data === undefined ? null : <Reason voice={data.voice} onClose={onClose} />
}

function Reason({ voice, onClose }: { voice: Voice; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const formId = useId()
  const [written, setWritten] = useState(voice.remembered?.reason ?? '')
  const save = useSaveReason(voice.post)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate(written.trim() === '' ? null : written, { onSuccess: onClose })
  }
  return (
    <Sheet
      title={t`Why do you remember it?`}
      sub={voice.subject.title}
      onClose={onClose}
      foot={
        <Button variant="primary" type="submit" form={formId} busy={save.isPending} busyLabel={t`Keeping`}>
          <Trans>Keep it so</Trans>
        </Button>
      }
    >
      <form id={formId} onSubmit={send}>
        <TextField
          label={t`Reason`}
          aside={t`optional`}
          hint={<Trans>Nobody but you reads it.</Trans>}
          value={written}
          maxLength={LIMITS.reason}
          onChange={(event) => setWritten(event.target.value)}
        />
      </form>
      {save.error !== null && <Refusal>{words(save.error)}</Refusal>}
    </Sheet>
  )
}

function useSaveReason(post: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (reason: string | null) => api.put<null>(pathOf(post), { reason }),
    onSuccess: async (_answer, reason) => {
      changeVoice(queryClient, post, { remembered: { reason: reason?.trim() ?? null } })
      await queryClient.invalidateQueries({ queryKey: ['remembered'] })
    },
  })
}
