import { LIMITS, type Message } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { TextArea } from '../../ui/field.tsx'
import { FieldSheet } from '../../ui/field-sheet.tsx'
import { showToast } from '../../ui/toast.tsx'

/** Asks the operator to read a message, with a reason. */
export function ReportSheet({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const personWords = usePersonWords()
  const [isMissing, setMissing] = useState(false)
  const report = useMutation({
    mutationFn: (reason: string) => api.post(`/messages/${message.id}/report`, { reason }),
    onSuccess: () => {
      showToast({ text: t`It was taken down as it stands. You will get an answer.` })
      onClose()
    },
  })
  return (
    <FieldSheet
      title={t`Report this message`}
      sub={personWords(message.person).who}
      initial=""
      field={(written) => (
        <TextArea
          {...written}
          label={t`What is wrong with it?`}
          hint={
            <Trans>
              Whoever runs this Kith gets the message and your reason, nothing else of the thread. Whoever
              wrote it is not told.
            </Trans>
          }
          error={isMissing ? t`Please say in a few words why.` : undefined}
          maxLength={LIMITS.reportReason}
        />
      )}
      send={{
        label: t`Report it`,
        busyLabel: t`Sending`,
        isBusy: report.isPending,
        onSend: (reason) => {
          setMissing(reason === null)
          if (reason !== null) report.mutate(reason)
        },
      }}
      refusal={report.error && words(report.error)}
      onClose={onClose}
    />
  )
}
