import { LIMITS, type Voice } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { changeVoice } from '../../lib/change-voice.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { TextField } from '../../ui/field.tsx'
import { FieldSheet } from '../../ui/field-sheet.tsx'
import { pathOf } from './use-remember.ts'

/** Why I remember something, for my eyes alone. */
export function RememberSheet({ voice, onClose }: { voice: Voice; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const save = useSaveReason(voice.post)
  return (
    <FieldSheet
      title={t`Why do you remember it?`}
      sub={voice.subject.title}
      initial={voice.remembered?.reason ?? ''}
      field={(written) => (
        <TextField
          {...written}
          label={t`Reason`}
          aside={t`optional`}
          hint={<Trans>Nobody but you reads it.</Trans>}
          maxLength={LIMITS.reason}
        />
      )}
      send={{
        label: t`Keep it so`,
        busyLabel: t`Keeping`,
        isBusy: save.isPending,
        onSend: (reason) => save.mutate(reason, { onSuccess: onClose }),
      }}
      refusal={save.error && words(save.error)}
      onClose={onClose}
    />
  )
}

function useSaveReason(post: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (reason: string | null) => api.put<null>(pathOf(post), { reason }),
    onSuccess: async (_answer, reason) => {
      changeVoice(queryClient, post, { remembered: { reason } })
      await queryClient.invalidateQueries({ queryKey: ['remembered'] })
    },
  })
}
