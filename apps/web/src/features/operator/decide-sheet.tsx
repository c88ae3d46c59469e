import { type CaseOutcome, type Decide, LIMITS, type OperatorCase } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextArea, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { RadioList } from '../../ui/radio-list.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { useDecide } from './operator-queries.ts'

/** A decision with its reasons, which both sides read. */
export function DecideSheet({ one, onClose }: { one: OperatorCase; onClose: () => void }) {
  const { t } = useLingui()
  const formId = useId()
  const words = useErrorWords()
  const { form, decide } = useDecideForm(one, onClose)
  const isObjection = one.what === 'objection'
  return (
    <Sheet
      title={isObjection ? t`Answer it` : t`Decide`}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={decide.isPending}
            busyLabel={t`Sending`}
          >
            {isObjection ? t`Send the answer` : t`Decide it so`}
          </Button>
        </div>
      }
    >
      <form id={formId} {...form.form}>
        {!isObjection && <OutcomePart what={one.what} form={form} />}
        <SheetPart>
          <TextArea
            label={isObjection ? t`Your answer` : t`Your reasons`}
            maxLength={LIMITS.decisionReasons}
            {...form.field('reasons')}
          />
          <p className={text.hint}>
            {isObjection ? (
              <Trans>It goes out by mail, word for word. Say what you did, not what stands here.</Trans>
            ) : (
              <Trans>Whoever reported it reads them, and whoever wrote it, once it was opened.</Trans>
            )}
          </p>
          {decide.error !== null && <Refusal>{words(decide.error)}</Refusal>}
        </SheetPart>
      </form>
    </Sheet>
  )
}

type DecideForm = ReturnType<typeof useDecideForm>['form']

function OutcomePart({ what, form }: { what: OperatorCase['what']; form: DecideForm }) {
  const { t } = useLingui()
  const titles: Record<Exclude<CaseOutcome, 'answered'>, string> = {
    dismissed: t`It stays as it is`,
    asked: t`Its author is asked to change it`,
    removed: t`It is removed`,
    interest: t`Its interest is stated anew`,
  }
  const { outcome, interest } = form.values
  const choices = fitting(what).map((value) => ({ value, title: titles[value] }))
  return (
    <>
      <SheetPart>
        <RadioList
          legend={t`What happens?`}
          choices={choices}
          value={choices.find(({ value }) => value === outcome)?.value ?? null}
          error={form.field('outcome').error}
          onChoose={(value) => form.set('outcome', value)}
        />
      </SheetPart>
      {outcome === 'interest' && (
        <SheetPart>
          <div className={layout.stack}>
            <RadioList
              legend={t`Its interest`}
              choices={[
                { value: 'connected', title: t({ message: 'Connected', context: 'interest' }) },
                { value: 'paid', title: t`Paid or rewarded` },
              ]}
              value={interest === 'connected' || interest === 'paid' ? interest : null}
              error={form.field('interest').error}
              onChoose={(value) => form.set('interest', value)}
            />
            <TextField
              label={t`In which way?`}
              maxLength={LIMITS.interestWords}
              {...form.field('interestWords')}
            />
          </div>
        </SheetPart>
      )}
    </>
  )
}

// A person is no words that could be removed, and a guest nobody who could be asked.
function fitting(what: OperatorCase['what']) {
  return [
    'dismissed' as const,
    ...(what === 'guestAnswer' ? [] : ['asked' as const]),
    ...(what === 'person' ? [] : ['removed' as const]),
    ...(what === 'recommendation' ? ['interest' as const] : []),
  ]
}

function useDecideForm(one: OperatorCase, onClose: () => void) {
  const { t } = useLingui()
  const decide = useDecide(one.id)
  const form = useForm({
    initial: {
      ...{ outcome: one.what === 'objection' ? 'answered' : '', reasons: '' },
      ...{ interest: '', interestWords: '' },
    },
    check: ({ outcome, reasons, interest, interestWords }) => ({
      outcome: outcome === '' ? t`Please choose one.` : undefined,
      reasons: reasons.trim() === '' ? t`Please say in a few words why.` : undefined,
      interest: outcome === 'interest' && interest === '' ? t`Please choose one.` : undefined,
      interestWords:
        outcome === 'interest' && interestWords.trim() === ''
          ? t`Please say in a few words what the interest is.`
          : undefined,
    }),
    refused: {},
    onSend: (values) =>
      decide.mutate(decisionOf(values), {
        onSuccess: () => {
          showToast({ text: t`Decided, and told.` })
          onClose()
        },
      }),
  })
  return { form, decide }
}

function decisionOf({ outcome, reasons, interest, interestWords }: Record<string, string>): Decide {
  const said = { reasons: reasons ?? '' }
  switch (outcome) {
    case 'interest':
      return {
        ...{ ...said, outcome, interestWords: interestWords ?? '' },
        interest: interest === 'paid' ? 'paid' : 'connected',
      }
    case 'asked':
    case 'removed':
    case 'answered':
      return { ...said, outcome }
    default:
      return { ...said, outcome: 'dismissed' }
  }
}
