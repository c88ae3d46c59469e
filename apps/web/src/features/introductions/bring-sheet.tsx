import { LIMITS, type PersonId, type TieView } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { tieWithFace } from '../../lib/face.ts'
import { type BringingAbout, readBringingAbout } from '../../lib/introduction-sheets.ts'
import { tiesQuery } from '../../lib/my-queries.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLost } from '../../lib/use-lost.ts'
import type { SheetProps } from '../../lib/use-sheet.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import { GoneSheet, LostSheet } from '../../ui/lost-sheet.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { TieChoice } from '../../ui/tie-choice.tsx'
import { showToast } from '../../ui/toast.tsx'
import { newIntroductionKey, useBringTogether } from './introduction-queries.ts'
import { KindChips } from './kind-chips.tsx'

/** Brings a tie of mine together with another, with what is good for each. */
export function BringSheet({ of, onClose }: SheetProps) {
  const about = readBringingAbout(of)
  const ties = useQuery(tiesQuery)
  const lost = useLost(ties)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  if (ties.data === undefined) return null
  const one = ties.data.find(({ person }) => person.id === about.one)
  if (one === undefined) return <GoneSheet onClose={onClose} />
  return <Form about={about} one={one} ties={ties.data.filter((tie) => tie !== one)} onClose={onClose} />
}

interface FormProps {
  about: BringingAbout
  one: TieView
  ties: readonly TieView[]
  onClose: () => void
}

function Form({ about, one, ties, onClose }: FormProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const [key] = useState(newIntroductionKey)
  const [kind, setKind] = useState(about.kind)
  const [other, setOther] = useState<PersonId | null>(
    () => ties.find(({ person }) => person.id === about.other)?.person.id ?? null,
  )
  const [lines, setLines] = useState(() => ({
    one: about.kind === undefined ? '' : t`I know somebody who may be able to help you.`,
    other: about.kind === undefined ? '' : t`I know somebody who is looking for just what you know about.`,
  }))
  const [tooEarly, setTooEarly] = useState(false)
  const bring = useBringTogether(key)
  const first = firstName(one.person.name)
  const second = firstName(ties.find(({ person }) => person.id === other)?.person.name ?? '')
  const send = () => {
    setTooEarly(true)
    if (kind === undefined || other === null || lines.one.trim() === '' || lines.other.trim() === '') return
    bring.mutate(
      {
        kind,
        sides: [
          { person: one.person.id, line: lines.one },
          { person: other, line: lines.other },
        ],
      },
      {
        onSuccess: () => {
          showToast({ text: t`Both are asked. Neither hears of the other before both said yes.` })
          onClose()
        },
      },
    )
  }
  return (
    <Sheet
      title={t`Bring ${first} together with …`}
      sub={
        <Trans>
          Each reads the line for them. Neither learns of the other before both said yes; then both lines
          stand at the beginning of a thread of you three.
        </Trans>
      }
      onClose={onClose}
      foot={
        <>
          {bring.error !== null && <Refusal>{words(bring.error)}</Refusal>}
          <Button
            variant="primary"
            wide
            disabled={other === null}
            busy={bring.isPending}
            busyLabel={t`One moment`}
            onClick={send}
          >
            {other === null ? <Trans>Choose somebody</Trans> : <Trans>Ask both</Trans>}
          </Button>
        </>
      }
    >
      <SheetPart>
        <TieChoice label={t`With whom`} ties={ties.map(tieWithFace)} chosen={other} onChoose={setOther} />
      </SheetPart>
      <SheetPart>
        <KindChips kind={kind} missing={tooEarly && kind === undefined} onChoose={setKind} />
      </SheetPart>
      <SheetPart>
        <Lines
          names={[first, other === null ? null : second]}
          lines={lines}
          tooEarly={tooEarly}
          onChange={setLines}
        />
      </SheetPart>
    </Sheet>
  )
}

interface LinesProps {
  /** Null: whom the second is for is not chosen yet. */
  names: readonly [string, string | null]
  lines: { one: string; other: string }
  tooEarly: boolean
  onChange: (lines: LinesProps['lines']) => void
}

function Lines({ names: [first, second], lines, tooEarly, onChange }: LinesProps) {
  return (
    <>
      <LineField
        name={first}
        value={lines.one}
        tooEarly={tooEarly}
        onChange={(one) => onChange({ ...lines, one })}
      />
      {second !== null && (
        <LineField
          name={second}
          value={lines.other}
          tooEarly={tooEarly}
          onChange={(other) => onChange({ ...lines, other })}
        />
      )}
    </>
  )
}

/** What is good for one of them, in a line to him. */
export function LineField({ name, value, tooEarly, onChange }: LineFieldProps) {
  const { t } = useLingui()
  return (
    <TextField
      label={t`To ${name}: why it is good for them`}
      value={value}
      maxLength={LIMITS.introductionLine}
      error={tooEarly && value.trim() === '' ? t`A few words are needed.` : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

interface LineFieldProps {
  name: string
  value: string
  tooEarly: boolean
  onChange: (line: string) => void
}
