import { LIMITS, type Onward } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ComponentType, useEffect, useState } from 'react'
import { newKey } from '../../lib/api.ts'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { remember, rememberedValue } from '../../lib/remembered.ts'
import { askDraftKey } from '../../lib/remembered-mine.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useMe } from '../../lib/use-me.ts'
import { usePlaceField } from '../../lib/use-place-field.ts'
import { useKindOptions } from '../../lib/words/use-kind-options.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Refusal, TextArea, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast, UNDO_MS } from '../../ui/toast.tsx'
import {
  type AskDraft,
  askOf,
  blankAsk,
  dayAfter,
  isBlank,
  isSensitive,
  type MissingInAsk,
  missingIn,
  withKind,
} from './ask-draft.ts'
import { AskKindFields } from './ask-kind-fields.tsx'
import { useAsk, useRemoveAsk } from './ask-queries.ts'

/** Shows and chooses whom an ask is for, with who hears it now. */
export type WhomPart = ComponentType<{
  draft: Pick<AskDraft, 'audience' | 'onward' | 'kind'>
  error: string | undefined
  onChange: (change: Partial<Pick<AskDraft, 'audience'> & { onward: Onward }>) => void
}>

/** Asks one’s people. `of` are words that a search did not find; else what was being written goes on. */
export function AskSheet({ of, whom: Whom, onClose }: AskSheetProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { draft, change, drop } = useDraft(of)
  const where = usePlaceField(draft.place, change)
  const [tried, setTried] = useState(false)
  const ask = useAsk(draft.key)
  const sent = useSentToast()
  const missing = missingIn(draft)
  const errorOf = useMissingWords()
  const error = (of: MissingInAsk) => (tried && missing.includes(of) ? errorOf[of] : undefined)
  const send = () => {
    setTried(true)
    if (ask.isPending || missing.length > 0 || draft.kind === null) return
    ask.mutate(askOf(draft, draft.kind, spokenLanguage()), {
      onSuccess: ({ ask: { post, wish } }) => {
        drop()
        sent(post, wish.title)
        onClose()
      },
    })
  }
  return (
    <Sheet
      title={t`Ask your people`}
      wide
      onClose={onClose}
      foot={
        <Button variant="primary" wide busy={ask.isPending} busyLabel={t`Sending`} onClick={send}>
          <Trans>Ask it</Trans>
        </Button>
      }
    >
      <Question draft={draft} error={error('title')} onChange={change} />
      <KindPart draft={draft} error={error('kind')} onChange={change} />
      <SheetPart>
        <div className={layout.stack}>
          <ComboField {...where} />
          <AskKindFields draft={draft} onChange={change} />
          <Until draft={draft} error={error('until')} onChange={change} />
        </div>
      </SheetPart>
      <Whom draft={draft} error={error('audience')} onChange={change} />
      <SheetPart>
        <Exposure draft={draft} />
        {ask.error !== null && <Refusal>{words(ask.error)}</Refusal>}
      </SheetPart>
    </Sheet>
  )
}

interface AskSheetProps {
  of: string | undefined
  whom: WhomPart
  onClose: () => void
}

/** What is being written, kept on this device until it is sent. */
function useDraft(title: string | undefined) {
  const key = askDraftKey(useMe().id)
  const [draft, setDraft] = useState(() => {
    const kept = rememberedValue<AskDraft>(key)
    return kept !== null && (title === undefined || title === kept.title)
      ? kept
      : blankAsk(newKey(), now(), title)
  })
  useEffect(() => remember(key, isBlank(draft) ? null : JSON.stringify(draft)), [key, draft])
  return {
    draft,
    change: (part: Partial<AskDraft>) => setDraft((before) => ({ ...before, ...part })),
    drop: () => remember(key, null),
  }
}

function useMissingWords(): Record<MissingInAsk, string> {
  const { t } = useLingui()
  return {
    title: t`One question, please.`,
    kind: t`Please choose a kind.`,
    until: t`Please say until when.`,
    audience: t`Choose at least one circle or one person.`,
  }
}

/** Says that it is asked; for ten seconds it can be taken back. */
function useSentToast() {
  const { t } = useLingui()
  const words = useErrorWords()
  const takeBack = useRemoveAsk()
  return (post: string, title: string) =>
    showToast({
      text: t`“${title}” is on its way.`,
      durationMs: UNDO_MS,
      action: [
        {
          label: t`Undo`,
          onPress: () =>
            void takeBack.mutateAsync(post).catch((error: unknown) => showToast({ text: words(error) })),
        },
      ],
    })
}

interface PartProps {
  draft: AskDraft
  onChange: (change: Partial<AskDraft>) => void
}

interface FieldProps extends PartProps {
  error: string | undefined
}

function Question({ draft, error, onChange }: FieldProps) {
  const { t } = useLingui()
  return (
    <SheetPart>
      <div className={layout.stack}>
        <TextField
          label={t`What are you looking for?`}
          value={draft.title}
          maxLength={LIMITS.title}
          placeholder={t`Who knows somebody who mends old windows?`}
          error={error}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <TextArea
          label={t`What one should know to help`}
          aside={t`optional`}
          value={draft.words}
          maxLength={LIMITS.ask}
          onChange={(event) => onChange({ words: event.target.value })}
        />
      </div>
    </SheetPart>
  )
}

function KindPart({ draft, error, onChange }: FieldProps) {
  const { t } = useLingui()
  return (
    <SheetPart>
      <ChoiceChips
        label={t`Kind`}
        options={useKindOptions()}
        chosen={draft.kind}
        onChoose={(each) => onChange(withKind(each))}
      />
      {error !== undefined && <Refusal>{error}</Refusal>}
    </SheetPart>
  )
}

function Until({ draft, error, onChange }: FieldProps) {
  const { t } = useLingui()
  return (
    <TextField
      label={t({ message: 'Open until', context: 'ask' })}
      type="date"
      data
      value={draft.until}
      min={dayAfter(now(), 0)}
      max={dayAfter(now(), LIMITS.askDays)}
      error={error}
      onChange={(event) => onChange({ until: event.target.value })}
    />
  )
}

/** What whoever asks should know before others read it. */
function Exposure({ draft }: { draft: AskDraft }) {
  const { open } = useMe()
  const travels = draft.onward > 0 && draft.audience.form === 'ties'
  if (isSensitive(draft.kind) && draft.onward === 0) {
    return (
      <p className={text.hint}>
        <Trans>Such a question may give somebody away: it stays with your own people at first.</Trans>
      </p>
    )
  }
  if (open || !travels) return null
  return (
    <p className={text.hint}>
      <Trans>
        Beyond your own people your name is not with it: there “a friend of Ben’s” asks. Your words may still
        give you away.
      </Trans>
    </p>
  )
}
