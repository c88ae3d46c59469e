import type { MakeInvitation, PostId } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useSorting } from '../../lib/use-sorting.ts'
import { useClosenessSteps } from '../../lib/words/closeness-words.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { CircleChips } from '../../ui/circle-chips.tsx'
import { Refusal, TextArea } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { ClosenessList } from '../../ui/radio-list.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import text from '../../ui/text.module.css'
import { enclosableQuery, newInvitationKey, useInvite } from './invitation-queries.ts'
import { MadeInvitation } from './made-invitation.tsx'
import { type Made, TogetherSheet } from './together-sheet.tsx'

/** A personal link for one person, sent by oneself: note, enclosures, and a private note on how to sort. */
export function InviteSheet({ name, onMade, onClose }: InviteSheetProps) {
  const { t } = useLingui()
  const [made, setMade] = useState<Made | null>(null)
  if (made === null) {
    return (
      <Sheet title={name === undefined ? t`Invite one person` : t`Invite ${name}`} onClose={onClose}>
        <WriteInvitation
          onMade={(first) => {
            setMade(first)
            onMade()
          }}
        />
      </Sheet>
    )
  }
  if (made.wish.sittingTogether) return <TogetherSheet made={made} onMade={setMade} onClose={onClose} />
  return (
    <Sheet title={t`Your invitation is ready`} onClose={onClose}>
      <MadeInvitation invitation={made.invitation} />
    </Sheet>
  )
}

export interface InviteSheetProps {
  /** Who it is for, as I call him; it goes nowhere. */
  name: string | undefined
  onMade: () => void
  onClose: () => void
}

function WriteInvitation({ onMade }: { onMade: (made: Made) => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const invite = useInvite()
  const steps = useClosenessSteps()
  const sorting = useSorting({ circles: [], closeness: null })
  const [key] = useState(newInvitationKey)
  const [note, setNote] = useState('')
  const [enclosures, setEnclosures] = useState<readonly PostId[]>([])
  const [sittingTogether, setSittingTogether] = useState(false)
  const wish: MakeInvitation = {
    note: note.trim() || null,
    enclosures: [...enclosures],
    sittingTogether,
    ...sorting.answer,
  }
  const send = () =>
    invite.mutate({ key, body: wish }, { onSuccess: (invitation) => onMade({ invitation, wish }) })
  return (
    <>
      <p className={text.lead}>
        <Trans>You get a link for one person and send it yourself. Kith writes to nobody in your name.</Trans>
      </p>
      <SheetPart>
        <Switch
          title={t`We are sitting together`}
          line={t`You get a code for the other’s camera. It is good for ten minutes, and your circles apply at once.`}
          on={sittingTogether}
          onSwitch={setSittingTogether}
        />
      </SheetPart>
      <SheetPart>
        <TextArea
          label={t`A few words`}
          aside={t`optional`}
          value={note}
          maxLength={LIMITS.note}
          placeholder={t`You always ask me for craftsmen …`}
          onChange={(event) => setNote(event.target.value)}
        />
      </SheetPart>
      <Enclosures chosen={enclosures} onChoose={setEnclosures} />
      <SheetPart title={t`How do you know each other?`}>
        <CircleChips circles={sorting.circles} chosen={sorting.chosen} onChoose={sorting.setChosen} />
        <p className={text.hint}>
          {sittingTogether ? (
            <Trans>Your private note. It applies at once.</Trans>
          ) : (
            <Trans>Your private note. It applies once you have said that it is the right person.</Trans>
          )}
        </p>
      </SheetPart>
      <SheetPart>
        <ClosenessList
          legend={t`How well?`}
          aside={t`never told`}
          steps={steps}
          value={sorting.closeness}
          onChoose={sorting.setCloseness}
        />
      </SheetPart>
      <SheetPart>
        {invite.error !== null && <Refusal>{words(invite.error)}</Refusal>}
        <Button variant="primary" wide busy={invite.isPending} busyLabel={t`One moment`} onClick={send}>
          {sittingTogether ? <Trans>Show the code</Trans> : <Trans>Make the link</Trans>}
        </Button>
      </SheetPart>
    </>
  )
}

/** Up to three recommendations of one's own, readable before any account exists. */
function Enclosures({ chosen, onChoose }: EnclosuresProps) {
  const { t } = useLingui()
  const { data: own = [] } = useQuery(enclosableQuery)
  if (own.length === 0) return null
  return (
    <SheetPart title={t`Enclose up to three of your recommendations`}>
      <div className={layout.chips}>
        {own.slice(0, 12).map(({ voice }) => {
          const on = chosen.includes(voice.post)
          return (
            <Chip
              key={voice.post}
              chosen={on}
              disabled={!on && chosen.length >= LIMITS.enclosures}
              onClick={() =>
                onChoose(on ? chosen.filter((id) => id !== voice.post) : [...chosen, voice.post])
              }
            >
              {voice.subject.title}
            </Chip>
          )
        })}
      </div>
      <p className={text.hint}>
        <Trans>Whoever has the link reads them, in the words of today.</Trans>
      </p>
    </SheetPart>
  )
}

interface EnclosuresProps {
  chosen: readonly PostId[]
  onChoose: (chosen: readonly PostId[]) => void
}
