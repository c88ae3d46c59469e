import { LIMITS, type ObjectionState } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useRefusal } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextArea } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { useAppealObjection, useConfirmObjection } from './objection-queries.ts'
import css from './objections.module.css'

/** How far an objection has come, for whoever has its link. */
export function ObjectionStand({ secret, objection }: { secret: string; objection: ObjectionState }) {
  switch (objection.state) {
    case 'unconfirmed':
      return <Confirm secret={secret} />
    case 'open':
      return (
        <p className={text.lead} role="status">
          <Trans>
            Your objection is with whoever runs this Kith. The answer comes by mail; nothing else of you is
            kept than what you wrote.
          </Trans>
        </p>
      )
    case 'answered':
      return (
        <div className={css.after}>
          <p className={css.answer}>{objection.answer}</p>
          {objection.mayAppeal ? (
            <Appeal secret={secret} />
          ) : (
            <p className={text.hint}>
              <Trans>This is the last word.</Trans>
            </p>
          )}
        </div>
      )
  }
}

function Confirm({ secret }: { secret: string }) {
  const { t } = useLingui()
  const refusal = useRefusal()
  const confirm = useConfirmObjection(secret)
  const refused = refusal(confirm.error)
  return (
    <div className={css.after}>
      <p className={text.lead}>
        <Trans>You objected to what may be said of you here. Was it you?</Trans>
      </p>
      {refused !== undefined && <Refusal>{refused}</Refusal>}
      <Button
        variant="primary"
        wide
        busy={confirm.isPending}
        busyLabel={t`One moment`}
        onClick={() => confirm.mutate()}
      >
        <Trans>Yes, I object</Trans>
      </Button>
    </div>
  )
}

function Appeal({ secret }: { secret: string }) {
  const { t } = useLingui()
  const refusal = useRefusal()
  const appeal = useAppealObjection(secret)
  const form = useForm({
    initial: { words: '' },
    check: ({ words }) => ({ words: words.trim() === '' ? t`Please say in a few words why.` : undefined }),
    refused: {},
    onSend: ({ words }) => appeal.mutate(words),
  })
  const refused = refusal(appeal.error)
  return (
    <form className={css.form} {...form.form}>
      <TextArea
        label={t`What should be looked at again?`}
        hint={t`You can say so once.`}
        maxLength={LIMITS.reportWords}
        {...form.field('words')}
      />
      {refused !== undefined && <Refusal>{refused}</Refusal>}
      <Button type="submit" busy={appeal.isPending} busyLabel={t`Sending`}>
        <Trans>I do not agree</Trans>
      </Button>
    </form>
  )
}
