import { LIMITS, type PersonId } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { tieWithFace } from '../../lib/face.ts'
import { tiesQuery } from '../../lib/my-queries.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLost } from '../../lib/use-lost.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import { LostSheet } from '../../ui/lost-sheet.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { TieChoice } from '../../ui/tie-choice.tsx'
import { usePass } from './use-sending.ts'

/** Somebody else's post, for one of my ties, with one sentence. */
export function PassSheet({ of = '', onClose }: { of: string | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const asked = useQuery(tiesQuery)
  const lost = useLost(asked)
  const ties = asked.data ?? []
  const [to, setTo] = useState<PersonId | null>(null)
  const [sentence, setSentence] = useState('')
  const first = firstName(ties.find(({ person }) => person.id === to)?.person.name ?? '')
  const pass = usePass(of, first)
  const send = (person: PersonId) =>
    pass.mutate({ to: person, sentence: sentence.trim() || null }, { onSuccess: onClose })
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  return (
    <Sheet
      title={t`Pass it on`}
      sub={<Trans>To one person. They see it only if it reaches them anyway; its author is not told.</Trans>}
      onClose={onClose}
      foot={
        <>
          {pass.error !== null && <Refusal>{words(pass.error)}</Refusal>}
          <Button
            variant="primary"
            wide
            disabled={to === null}
            busy={pass.isPending}
            busyLabel={t`One moment`}
            onClick={() => to !== null && send(to)}
          >
            {to === null ? <Trans>Choose somebody</Trans> : <Trans>Pass it on to {first}</Trans>}
          </Button>
        </>
      }
    >
      <SheetPart>
        <TieChoice label={t`To whom`} ties={ties.map(tieWithFace)} chosen={to} onChoose={setTo} />
      </SheetPart>
      <SheetPart>
        <TextField
          label={t`This is for you because …`}
          aside={t`if you like`}
          maxLength={LIMITS.passSentence}
          value={sentence}
          onChange={(event) => setSentence(event.target.value)}
        />
      </SheetPart>
    </Sheet>
  )
}
