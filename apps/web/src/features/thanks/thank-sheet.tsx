import { LIMITS, type Voice } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { recommendationQuery } from '../../lib/recommendation-query.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextArea } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { useThanks } from './thanks-queries.ts'

/** The words that go back with my thanks, or no thanks at all. */
export function ThankSheet({ of = '', onClose }: { of: string | undefined; onClose: () => void }) {
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
  return data === undefined ? null : <ThanksForm voice={data.voice} onClose={onClose} />
}

function ThanksForm({ voice, onClose }: { voice: Voice; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const formId = useId()
  const [written, setWritten] = useState(voice.thanked?.words ?? '')
  const { thank, takeBack } = useThanks(voice.post)
  const send = useMutation({
    mutationFn: () => thank(written.trim() === '' ? null : written.trim()),
    onSuccess: onClose,
  })
  const remove = useMutation({ mutationFn: takeBack, onSuccess: onClose })
  const error = send.error ?? remove.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!send.isPending) send.mutate()
  }
  return (
    <Sheet
      title={t`Your thanks`}
      sub={voice.subject.title}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          {voice.thanked !== null && (
            <Button busy={remove.isPending} busyLabel={t`One moment`} onClick={() => remove.mutate()}>
              <Trans>Take them back</Trans>
            </Button>
          )}
          <Button variant="primary" type="submit" form={formId} busy={send.isPending} busyLabel={t`Sending`}>
            <Trans>Send it along</Trans>
          </Button>
        </div>
      }
    >
      <form id={formId} onSubmit={submit}>
        <TextArea
          label={t`A word with it`}
          aside={t`optional`}
          hint={
            <Trans>
              Everybody on the way back reads it, and each sees only who stands beside them. Your words may
              give you away.
            </Trans>
          }
          value={written}
          maxLength={LIMITS.thanks}
          onChange={(event) => setWritten(event.target.value)}
        />
      </form>
      {error !== null && <Refusal>{words(error)}</Refusal>}
    </Sheet>
  )
}
