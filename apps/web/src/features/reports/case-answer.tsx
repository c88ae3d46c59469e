import { type CaseOfMine, LIMITS, type OwnReport } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { dateWords } from '../../lib/words/dates.ts'
import { OUTCOME_WORDS } from '../../lib/words/report-words.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FieldSheet } from '../../ui/field-sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { useAppeal } from './report-queries.ts'
import css from './reports.module.css'

/** What was decided and why, and the one time that one may object to it. */
export function CaseAnswer({ side }: { side: OwnReport | CaseOfMine }) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const { decision, appeal, waiting, mayAppeal } = side
  if (decision === null) return null
  const day = dateWords(decision.at, now(), spokenLanguage())
  return (
    <>
      <p>
        <span className={text.strong}>{t(OUTCOME_WORDS[decision.outcome])}</span>{' '}
        <span className={text.meta}>
          <Trans>decided on {day}</Trans>
        </span>
      </p>
      <p className={css.words}>{decision.reasons}</p>
      {appeal !== null && (
        <p className={text.meta}>
          {waiting ? (
            <Trans>You objected: “{appeal}” It is looked at once more.</Trans>
          ) : (
            <Trans>You objected: “{appeal}” This is the last word.</Trans>
          )}
        </p>
      )}
      {mayAppeal && (
        <div>
          <Button onClick={() => setOpen(true)}>
            <Trans>I do not agree</Trans>
          </Button>
        </div>
      )}
      {isOpen && <AppealSheet id={side.id} onClose={() => setOpen(false)} />}
    </>
  )
}

function AppealSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const [isMissing, setMissing] = useState(false)
  const appeal = useAppeal(id)
  return (
    <FieldSheet
      title={t`I do not agree`}
      sub={t`Once. Where there is another operator, that one decides, and it is the last word.`}
      initial=""
      field={(written) => (
        <TextArea
          {...written}
          label={t`What should be looked at again?`}
          error={isMissing ? t`Please say in a few words why.` : undefined}
          maxLength={LIMITS.reportWords}
        />
      )}
      send={{
        label: t`Send it`,
        busyLabel: t`Sending`,
        isBusy: appeal.isPending,
        onSend: (said) => {
          setMissing(said === null)
          if (said === null) return
          appeal.mutate(said, {
            onSuccess: () => {
              showToast({ text: t`It is looked at once more.` })
              onClose()
            },
          })
        },
      }}
      refusal={appeal.error && words(appeal.error)}
      onClose={onClose}
    />
  )
}
