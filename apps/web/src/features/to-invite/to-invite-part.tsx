import { LIMITS, type ToInvite } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { ContactRound, X } from 'lucide-react'
import { useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import rows from '../../ui/rows.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { AddName } from './add-name.tsx'
import { toInviteQuery, useTakeOff } from './to-invite-queries.ts'
import { useTellOff } from './use-tell-off.ts'

/** Whom I want to invite: names for me alone, each with the way to its invitation, and ways to add more. */
export function ToInvitePart() {
  const openSheet = useOpenSheet()
  return (
    <div className={layout.stack}>
      <p className={text.muted}>
        <Trans>Names that you note for yourself. Nobody else sees them, and nobody is looked for.</Trans>
      </p>
      <NameList />
      <AddName />
      <div>
        <Button onClick={() => openSheet('contacts')}>
          <Icon of={ContactRound} />
          <Trans>From contacts on this device</Trans>
        </Button>
      </div>
    </div>
  )
}

function NameList() {
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(toInviteQuery)
  if (error !== null && data === undefined) {
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  if (data === undefined) return <RowSkeleton count={2} />
  if (data.length === 0) {
    return (
      <p className={text.lead}>
        <Trans>Nobody is on the list yet.</Trans>
      </p>
    )
  }
  return (
    <>
      <ul className={rows.rows}>
        {data.map((wanted) => (
          <Row key={wanted.id} wanted={wanted} />
        ))}
      </ul>
      {data.length >= LIMITS.toInvite && (
        <p className={text.hint}>
          <Trans>There is room for 200 names. Take some off the list first.</Trans>
        </p>
      )}
    </>
  )
}

function Row({ wanted }: { wanted: ToInvite }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const takeOff = useTakeOff()
  const tellOff = useTellOff()
  const [isGoing, setGoing] = useState(false)
  const { id, name } = wanted
  const remove = async () => {
    setGoing(true)
    if (await takeOff(wanted)) tellOff(name)
    setGoing(false)
  }
  return (
    <li>
      <div className={text.name}>{name}</div>
      <Button aria-label={t`Invite ${name}`} disabled={isGoing} onClick={() => openSheet('invite', id)}>
        <Trans>Invite</Trans>
      </Button>
      <IconButton label={t`Take ${name} off the list`} disabled={isGoing} onClick={() => void remove()}>
        <Icon of={X} />
      </IconButton>
    </li>
  )
}
