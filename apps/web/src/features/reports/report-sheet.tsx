import { LIMITS, type ReportedKind, type ReportReason } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import type { SheetProps } from '../../lib/use-sheet.ts'
import { REASON_WORDS } from '../../lib/words/report-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextArea } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { RadioList } from '../../ui/radio-list.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { type Reported, useHideReported, useMakeReport } from './report-queries.ts'

const KINDS: readonly ReportedKind[] = [
  'recommendation',
  'ask',
  'comment',
  'message',
  'person',
  'face',
  'guestAnswer',
]

/** Reports something to whoever runs this Kith, with a reason. */
export function ReportSheet({ of = '', onClose }: SheetProps) {
  const { t } = useLingui()
  const [what = '', id = ''] = of.split(/:(.*)/su)
  const titles: Record<ReportedKind, string> = {
    recommendation: t`Report this recommendation`,
    ask: t`Report this ask`,
    comment: t`Report this comment`,
    message: t`Report this message`,
    person: t`Report this person`,
    face: t`Report this photo`,
    guestAnswer: t`Report this answer`,
  }
  const kind = KINDS.find((one) => one === what)
  if (kind === undefined) return null
  return <TheSheet reported={{ what: kind, id }} title={titles[kind]} onClose={onClose} />
}

function TheSheet({ reported, title, onClose }: { reported: Reported; title: string; onClose: () => void }) {
  const { t } = useLingui()
  const formId = useId()
  const words = useErrorWords()
  const { form, make } = useReportForm(reported, onClose)
  const reasons = reasonsFor(reported.what)
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={make.isPending}
            busyLabel={t`Sending`}
          >{t`Report it`}</Button>
        </div>
      }
    >
      <form id={formId} {...form.form}>
        <SheetPart>
          <RadioList
            legend={t`What is wrong with it?`}
            choices={reasons.map((value) => ({ value, title: t(REASON_WORDS[value]) }))}
            value={reasons.find((value) => value === form.values.reason) ?? null}
            error={form.field('reason').error}
            onChoose={(value) => form.set('reason', value)}
          />
        </SheetPart>
        <SheetPart>
          <TextArea
            label={t`In your words`}
            aside={t`optional`}
            maxLength={LIMITS.reportWords}
            {...form.field('words')}
          />
          <p className={text.hint}>
            <WhoLearnsWhat what={reported.what} />
          </p>
          {make.error !== null && <Refusal>{words(make.error)}</Refusal>}
        </SheetPart>
      </form>
    </Sheet>
  )
}

function WhoLearnsWhat({ what }: { what: ReportedKind }) {
  if (what === 'message') {
    return (
      <Trans>
        Whoever runs this Kith gets the message as it stands, nothing else of the thread. Opening it is
        written down and shown to whoever wrote it, who may guess that it was you.
      </Trans>
    )
  }
  return (
    <Trans>
      Whoever runs this Kith reads your reason. Opening what it is about is written down and shown to its
      author, who does not learn who reported it.
    </Trans>
  )
}

function useReportForm(reported: Reported, onClose: () => void) {
  const { t } = useLingui()
  const make = useMakeReport()
  const offerToHide = useOfferToHide(reported)
  const form = useForm({
    initial: { reason: '', words: '' },
    check: ({ reason }) => ({ reason: reason === '' ? t`Please choose one.` : undefined }),
    refused: {},
    onSend: ({ reason: chosen, words }) => {
      const reason = reasonsFor(reported.what).find((one) => one === chosen)
      if (reason === undefined) return
      make.mutate(
        { reported, reason, words: words.trim() === '' ? null : words.trim() },
        {
          onSuccess: () => {
            showToast({ text: t`Reported. You will get an answer.`, action: offerToHide })
            onClose()
          },
        },
      )
    },
  })
  return { form, make }
}

function useOfferToHide({ what, id }: Reported) {
  const { t } = useLingui()
  const words = useErrorWords()
  const hide = useHideReported()
  if (what !== 'recommendation' && what !== 'ask') return []
  const room = what === 'ask' ? 'asks' : 'recommendations'
  const onPress = () => void hide(room, id).catch((error: unknown) => showToast({ text: words(error) }))
  return [{ label: t`Hide it from me`, onPress }]
}

function reasonsFor(what: ReportedKind): readonly ReportReason[] {
  const all: readonly ReportReason[] = ['interest', 'person', 'unlawful', 'selling', 'harassment', 'other']
  return what === 'recommendation' ? all : all.filter((reason) => reason !== 'interest')
}
