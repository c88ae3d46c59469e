import type { Circle, CircleKind } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { CIRCLE_KIND_ORDER, CIRCLE_WORDS, useCircleName } from '../../lib/words/circle-words.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Ring } from '../../ui/ring.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { useChangeCircle, useDeleteCircle, useMakeCircle } from './circle-queries.ts'
import { RhythmPart } from './rhythm-part.tsx'

/** Adds a circle. */
export function NewCircleSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const make = useMakeCircle()
  return (
    <CircleForm
      heading={t`A circle of your own`}
      verb={t`Add it`}
      busy={make.isPending}
      error={make.error}
      onClose={onClose}
      onSend={(body) => make.mutate(body, { onSuccess: onClose })}
    />
  )
}

/** Renames, redraws or deletes a circle. */
export function CircleSheet({ circle, onClose, onMembers }: CircleSheetProps) {
  const circleName = useCircleName()
  const { t } = useLingui()
  const change = useChangeCircle(circle.id)
  const remove = useDeleteCircle(circle.id)
  const [sure, setSure] = useState(false)
  const name = circleName(circle)
  return (
    <CircleForm
      heading={name}
      initial={{ name, kind: circle.kind }}
      verb={t`Keep it so`}
      busy={change.isPending}
      error={change.error ?? remove.error}
      onClose={onClose}
      onSend={(body) => change.mutate(body, { onSuccess: onClose })}
    >
      <RhythmPart circle={circle} />
      <SheetPart>
        <Button wide onClick={onMembers}>
          <Trans>Who is in it …</Trans>
        </Button>
      </SheetPart>
      <SheetPart>
        {sure ? (
          <>
            <p className={text.muted}>
              <Trans>
                The people stay your ties. What you wrote for this circle alone is then heard by nobody.
              </Trans>
            </p>
            <div className={layout.buttons}>
              <Button
                busy={remove.isPending}
                busyLabel={t`One moment`}
                onClick={() => remove.mutate(undefined, { onSuccess: onClose })}
              >
                <Trans>Delete the circle</Trans>
              </Button>
              <Button variant="quiet" onClick={() => setSure(false)}>
                <Trans>Keep it</Trans>
              </Button>
            </div>
          </>
        ) : (
          <div className={layout.flush}>
            <Button variant="quiet" onClick={() => setSure(true)}>
              <Trans>Delete this circle …</Trans>
            </Button>
          </div>
        )}
      </SheetPart>
    </CircleForm>
  )
}

interface CircleSheetProps {
  circle: Circle
  onClose: () => void
  onMembers: () => void
}

function CircleForm({ heading, initial, verb, busy, error, onClose, onSend, children }: CircleFormProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const [name, setName] = useState(initial?.name ?? '')
  const [kind, setKind] = useState<CircleKind>(initial?.kind ?? 'friends')
  const [missing, setMissing] = useState(false)
  const send = () => {
    setMissing(name.trim() === '')
    if (name.trim() !== '') onSend({ name: name.trim(), kind })
  }
  return (
    <Sheet title={heading} onClose={onClose}>
      <SheetPart>
        <TextField
          label={t`Name`}
          value={name}
          maxLength={LIMITS.circleName}
          error={missing ? t`Please give it a name.` : undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </SheetPart>
      <SheetPart title={t`Drawn like`}>
        <div className={layout.chips}>
          {CIRCLE_KIND_ORDER.map((each) => (
            <Chip key={each} chosen={each === kind} onClick={() => setKind(each)}>
              <Ring pattern={each} size={24} />
              {t(CIRCLE_WORDS[each])}
            </Chip>
          ))}
        </div>
        <p className={text.hint}>
          <Trans>Name and ring are seen by nobody but you.</Trans>
        </p>
      </SheetPart>
      <SheetPart>
        {error !== null && <Refusal>{words(error)}</Refusal>}
        <Button variant="primary" wide busy={busy} busyLabel={t`Keeping`} onClick={send}>
          {verb}
        </Button>
      </SheetPart>
      {children}
    </Sheet>
  )
}

interface CircleFormProps {
  heading: string
  initial?: { name: string; kind: CircleKind }
  verb: string
  busy: boolean
  error: unknown
  onClose: () => void
  onSend: (body: { name: string; kind: CircleKind }) => void
  children?: ReactNode
}
