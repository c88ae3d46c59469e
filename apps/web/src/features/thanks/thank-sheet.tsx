import { LIMITS, type Voice } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FieldSheet } from '../../ui/field-sheet.tsx'
import { useThanks } from './thanks-queries.ts'

/** The words that go back with my thanks, or no thanks at all. */
export function ThankSheet({ voice, onClose }: { voice: Voice; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { thank, takeBack } = useThanks(voice.post)
  const send = useMutation({ mutationFn: thank, onSuccess: onClose })
  const remove = useMutation({ mutationFn: takeBack, onSuccess: onClose })
  const error = send.error ?? remove.error
  return (
    <FieldSheet
      title={t`Your thanks`}
      sub={voice.subject.title}
      initial={voice.thanked?.words ?? ''}
      field={(written) => (
        <TextArea
          {...written}
          label={t`A word with it`}
          aside={t`optional`}
          hint={
            <Trans>
              Everybody on the way back reads it, and each sees only who stands beside them. Your words may
              give you away.
            </Trans>
          }
          maxLength={LIMITS.thanks}
        />
      )}
      send={{
        label: t`Send it along`,
        busyLabel: t`Sending`,
        isBusy: send.isPending,
        onSend: send.mutate,
      }}
      beside={
        voice.thanked !== null && (
          <Button busy={remove.isPending} busyLabel={t`One moment`} onClick={() => remove.mutate()}>
            <Trans>Take them back</Trans>
          </Button>
        )
      }
      refusal={error && words(error)}
      onClose={onClose}
    />
  )
}
