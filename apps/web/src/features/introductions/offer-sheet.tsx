import type { BrokeredIntroduction, PersonId, TieView } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { tieWithFace } from '../../lib/face.ts'
import { tiesQuery } from '../../lib/my-queries.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLost } from '../../lib/use-lost.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import { LostSheet } from '../../ui/lost-sheet.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { TieChoice } from '../../ui/tie-choice.tsx'
import { showToast } from '../../ui/toast.tsx'
import { LineField } from './bring-sheet.tsx'
import { useOffer } from './introduction-queries.ts'

/** Takes what a tie of mine asks for to another one. */
export function OfferSheet({ introduction, renderLast, onClose }: OfferSheetProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { asker, wanted } = introduction
  const asked = useQuery(tiesQuery)
  const lost = useLost(asked)
  const others = (asked.data ?? []).filter(({ person }) => asker?.shown !== 'tie' || person.id !== asker.id)
  const [to, setTo] = useState<PersonId | null>(wanted?.shown === 'tie' ? wanted.id : null)
  const [line, setLine] = useState(() => t`I know somebody who is looking for just what you know about.`)
  const [tooEarly, setTooEarly] = useState(false)
  const offer = useOffer(introduction.id)
  const chosen = others.find(({ person }) => person.id === to)
  const name = firstName(chosen?.person.name ?? '')
  const send = () => {
    setTooEarly(true)
    if (to === null || line.trim() === '') return
    offer.mutate(
      { person: to, line },
      {
        onSuccess: () => {
          showToast({ text: t`${name} is asked. You hear of it if it comes about.` })
          onClose()
        },
      },
    )
  }
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  return (
    <Sheet
      title={t`Whom do you think of?`}
      sub={
        <Trans>
          They read your line, and not who asks. Once they say yes, it stands at the beginning of a thread of
          you three. A no looks like silence, to you too.
        </Trans>
      }
      onClose={onClose}
      foot={
        <>
          {offer.error !== null && <Refusal>{words(offer.error)}</Refusal>}
          <Button
            variant="primary"
            wide
            disabled={to === null}
            busy={offer.isPending}
            busyLabel={t`One moment`}
            onClick={send}
          >
            {to === null ? <Trans>Choose somebody</Trans> : <Trans>Ask {name}</Trans>}
          </Button>
        </>
      }
    >
      <SheetPart>
        <TieChoice label={t`With whom`} ties={others.map(tieWithFace)} chosen={to} onChoose={setTo} />
      </SheetPart>
      {chosen !== undefined && (
        <SheetPart>
          {renderLast(chosen)}
          <LineField name={name} value={line} tooEarly={tooEarly} onChange={setLine} />
        </SheetPart>
      )}
    </Sheet>
  )
}

export type RenderLast = (tie: TieView) => ReactNode

interface OfferSheetProps {
  introduction: BrokeredIntroduction
  /** When I last exchanged anything with a tie. */
  renderLast: RenderLast
  onClose: () => void
}
