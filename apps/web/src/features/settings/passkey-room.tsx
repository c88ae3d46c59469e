import { LIMITS, type Passkey } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { now } from '../../lib/clock.ts'
import { ERROR_WORDS } from '../../lib/error-words.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { canHavePasskeys } from '../../lib/passkeys.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useMe } from '../../lib/use-me.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { useGoing } from '../../ui/going.ts'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import rows from '../../ui/rows.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { useLater } from '../../ui/use-later.ts'
import { usePasskeyName } from './passkey-name.ts'
import { passkeysQuery, useRemovePasskey } from './passkey-queries.ts'
import { NewPasskeySheet, PasskeyNameSheet } from './passkey-sheets.tsx'

/** By what I can sign in besides the password. Nothing where there is none and this browser can make none. */
export function PasskeyRoom() {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(passkeysQuery)
  const can = canHavePasskeys()
  if (!can && (data === undefined || data.passkeys.length === 0)) return null
  return (
    <section className={layout.room}>
      <h2 className={text.titleSmall}>{t`Passkeys`}</h2>
      <div className={cx(layout.part, layout.stack)}>
        <p className={text.muted}>
          <Trans>
            A passkey signs you in by the lock of your device: a finger, your face or a PIN. Your password
            stays good.
          </Trans>
        </p>
        {data === undefined && error !== null && (
          <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
        )}
        {error === null && data === undefined && <RowSkeleton />}
        {data !== undefined && <Passkeys passkeys={data.passkeys} can={can} />}
      </div>
    </section>
  )
}

function Passkeys({ passkeys, can }: { passkeys: Passkey[]; can: boolean }) {
  const { t } = useLingui()
  const { demo } = useMe()
  const going = useGoing()
  const remove = useRemoval()
  const [open, setOpen] = useState<Passkey | 'new' | null>(null)
  const shown = passkeys.filter(({ id }) => !going.has(id))
  const isFull = passkeys.length >= LIMITS.passkeys
  return (
    <>
      {shown.length > 0 && (
        <ul className={rows.rows}>
          {shown.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              onRename={() => setOpen(passkey)}
              onRemove={() => remove(passkey)}
            />
          ))}
        </ul>
      )}
      {demo && <p className={text.hint}>{t(ERROR_WORDS.demo_person)}</p>}
      {can && !demo && (
        <div>
          <Button disabled={isFull} onClick={() => setOpen('new')}>
            <Icon of={Plus} />
            <Trans>Add a passkey</Trans>
          </Button>
        </div>
      )}
      {isFull && <p className={text.hint}>{t(ERROR_WORDS.too_many_passkeys)}</p>}
      {open === 'new' && <NewPasskeySheet onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && <PasskeyNameSheet passkey={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function PasskeyRow({ passkey, onRename, onRemove }: PasskeyRowProps) {
  const { t } = useLingui()
  const name = usePasskeyName()(passkey)
  const used = passkey.used === null ? null : agoWords(passkey.used, now(), spokenLanguage())
  return (
    <li>
      <div>
        <p className={text.name}>{name}</p>
        <p className={text.meta}>{used === null ? t`not used yet` : t`last used ${used}`}</p>
      </div>
      <IconButton label={t`Rename “${name}”`} onClick={onRename}>
        <Icon of={Pencil} />
      </IconButton>
      <IconButton label={t`Remove “${name}”`} onClick={onRemove}>
        <Icon of={Trash2} />
      </IconButton>
    </li>
  )
}

interface PasskeyRowProps {
  passkey: Passkey
  onRename: () => void
  onRemove: () => void
}

// It is gone from the list at once, and opens nothing any more once nobody takes that back.
function useRemoval() {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const removal = useRemovePasskey()
  return ({ id }: Passkey) =>
    later({
      text: t`The passkey is removed here. Your device keeps its half until you delete it there.`,
      act: () => removal.mutateAsync(id),
      hides: id,
      mayHurry: true,
    })
}
