import { LIMITS, type OwnAskable, type SubjectKind, type TiesAudience } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLost } from '../../lib/use-lost.ts'
import { type PlaceDraft, usePlaceField } from '../../lib/use-place-field.ts'
import { useKindOptions } from '../../lib/words/use-kind-options.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { GoneSheet, LostSheet } from '../../ui/lost-sheet.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { newLineKey, ownAskablesQuery, useSayLine } from './askable-queries.ts'

/** Chooses circles and single people of mine, and whom to leave out. */
export type TiesChoice = ComponentType<{
  audience: TiesAudience
  onChange: (change: Partial<TiesAudience>) => void
}>

/** A line of "you can ask me about …": a new one, or one that is said anew. */
export function AskableSheet({ of, choice, onClose }: AskableSheetProps) {
  const lines = useQuery({ ...ownAskablesQuery, enabled: of !== undefined })
  const lost = useLost(lines)
  if (of === undefined) return <LineForm line={undefined} choice={choice} onClose={onClose} />
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  if (lines.data === undefined) return null
  const line = lines.data.find(({ id }) => id === of)
  return line === undefined ? (
    <GoneSheet onClose={onClose} />
  ) : (
    <LineForm line={line} choice={choice} onClose={onClose} />
  )
}

interface AskableSheetProps {
  of: string | undefined
  choice: TiesChoice
  onClose: () => void
}

const ALL_TIES: TiesAudience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }

function LineForm({ line, choice: Choice, onClose }: LineFormProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const [key] = useState(newLineKey)
  const say = useSayLine(line?.id, key)
  const [draft, setDraft] = useState(() => draftOf(line))
  const [tooEarly, setTooEarly] = useState(false)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const { kind, place, placeId, audience } = draft
  const where = usePlaceField(place, change)
  const send = () => {
    setTooEarly(true)
    if (kind === undefined || draft.words.trim() === '') return
    const said = place.trim() === '' ? { place: null } : { place, ...(placeId && { placeId }) }
    say.mutate({ kind, words: draft.words, audience, ...said }, { onSuccess: onClose })
  }
  return (
    <Sheet title={t`You can ask me about …`} onClose={onClose}>
      <SheetPart>
        <ChoiceChips
          label={t`Kind`}
          options={useKindOptions()}
          chosen={kind}
          onChoose={(each) => change({ kind: each })}
        />
        {tooEarly && kind === undefined && <Refusal>{t`Please choose a kind.`}</Refusal>}
      </SheetPart>
      <SheetPart>
        <TextField
          label={t`What do you know about?`}
          value={draft.words}
          maxLength={LIMITS.askable}
          placeholder={t`Old windows, and who still mends them`}
          error={tooEarly && draft.words.trim() === '' ? t`A few words are needed.` : undefined}
          onChange={(event) => change({ words: event.target.value })}
        />
      </SheetPart>
      <SheetPart>
        <ComboField {...where} />
      </SheetPart>
      <Whom
        audience={audience}
        choice={Choice}
        onChange={(part) => change({ audience: { ...audience, ...part } })}
      />
      <SheetPart>
        {say.error !== null && <Refusal>{words(say.error)}</Refusal>}
        <Button variant="primary" wide busy={say.isPending} busyLabel={t`Keeping`} onClick={send}>
          <Trans>Keep it so</Trans>
        </Button>
      </SheetPart>
    </Sheet>
  )
}

interface LineFormProps {
  line: OwnAskable | undefined
  choice: TiesChoice
  onClose: () => void
}

interface Draft extends PlaceDraft {
  kind: SubjectKind | undefined
  words: string
  audience: TiesAudience
}

function draftOf(line: OwnAskable | undefined): Draft {
  return {
    kind: line?.kind,
    words: line?.words ?? '',
    place: line?.place ?? '',
    placeId: line?.placeId ?? null,
    audience: line?.audience ?? ALL_TIES,
  }
}

function Whom({ audience, choice: Choice, onChange }: WhomProps) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(!audience.all || audience.excepted.length > 0)
  return (
    <>
      <SheetPart title={t`Who sees it`}>
        <div className={layout.chips}>
          <Chip
            chosen={!isOpen}
            onClick={() => {
              setOpen(false)
              onChange(ALL_TIES)
            }}
          >{t`All your people`}</Chip>
          <Chip chosen={isOpen} onClick={() => setOpen(true)}>{t`Some of your people`}</Chip>
        </div>
        <p className={text.hint}>
          <Trans>On your page, for ties of yours alone. It never travels on.</Trans>
        </p>
      </SheetPart>
      {isOpen && <Choice audience={audience} onChange={onChange} />}
    </>
  )
}

interface WhomProps {
  audience: TiesAudience
  choice: TiesChoice
  onChange: (change: Partial<TiesAudience>) => void
}
