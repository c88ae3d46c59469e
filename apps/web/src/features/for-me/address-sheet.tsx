import type { PersonId } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
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
import { useAddress } from './use-sending.ts'

/** A post of mine, for one of my ties, whoever else hears it. */
export function AddressSheet({ of = '', onClose }: { of: string | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const asked = useQuery(tiesQuery)
  const lost = useLost(asked)
  const ties = asked.data ?? []
  const [to, setTo] = useState<PersonId | null>(null)
  const first = firstName(ties.find(({ person }) => person.id === to)?.person.name ?? '')
  const address = useAddress(of, first)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  return (
    <Sheet
      title={t`Address it`}
      sub={
        <Trans>
          To one person, who sees it whatever its audience is. It reaches nobody else through them.
        </Trans>
      }
      onClose={onClose}
      foot={
        <>
          {address.error !== null && <Refusal>{words(address.error)}</Refusal>}
          <Button
            variant="primary"
            wide
            disabled={to === null}
            busy={address.isPending}
            busyLabel={t`One moment`}
            onClick={() => to !== null && address.mutate(to, { onSuccess: onClose })}
          >
            {to === null ? <Trans>Choose somebody</Trans> : <Trans>Address it to {first}</Trans>}
          </Button>
        </>
      }
    >
      <SheetPart>
        <TieChoice label={t`To whom`} ties={ties.map(tieWithFace)} chosen={to} onChoose={setTo} />
      </SheetPart>
    </Sheet>
  )
}
