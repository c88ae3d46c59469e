import { LIMITS } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { TryAgain } from '../../ui/try-again.tsx'
import type { Contacts } from './contacts.ts'
import { NameChecks } from './name-checks.tsx'
import { toInviteQuery, useAddNames } from './to-invite-queries.ts'

/** What a file holds, before anything of it is kept: how many, who is new, what stays out. Nobody is ticked beforehand. */
export function FoundContacts(props: FoundContactsProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(toInviteQuery)
  if (data !== undefined) return <Found {...props} listed={new Set(data.map(({ name }) => name))} />
  return (
    <Sheet title={t`From your contacts`} onClose={props.onClose}>
      {error === null ? (
        <RowSkeleton count={5} />
      ) : (
        <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
      )}
    </Sheet>
  )
}

interface FoundContactsProps {
  contacts: Contacts
  onAgain: () => void
  onClose: () => void
}

function Found({ contacts, listed, onAgain, onClose }: FoundContactsProps & { listed: ReadonlySet<string> }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const add = useAddNames()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const fresh = contacts.names
    .filter((name) => !listed.has(name))
    .toSorted((one, other) => one.localeCompare(other, spokenLanguage()))
  const keep = () =>
    add.mutate(chosen, {
      onSuccess: () => {
        onClose()
        showToast({ text: t`They are on your list, which you alone see.` })
      },
    })
  return (
    <Sheet
      title={t`From your contacts`}
      sub={<span className={text.meta}>{t`Kith gets the names that you tick, nothing else.`}</span>}
      onClose={onClose}
      foot={
        <>
          {add.error !== null && <Refusal>{words(add.error)}</Refusal>}
          <div className={layout.evenButtons}>
            <Button variant="quiet" onClick={onAgain}>
              <Trans>Another file</Trans>
            </Button>
            <Button
              variant="primary"
              disabled={chosen.length === 0}
              busy={add.isPending}
              busyLabel={t`One moment`}
              onClick={keep}
            >
              <Plural value={chosen.length} _0="Add names" one="Add # name" other="Add # names" />
            </Button>
          </div>
        </>
      }
    >
      <SheetPart>
        <Counts contacts={contacts} listed={contacts.names.length - fresh.length} />
      </SheetPart>
      {fresh.length > 0 && (
        <SheetPart>
          <NameChecks
            names={fresh}
            chosen={chosen}
            room={LIMITS.toInvite - listed.size}
            onChoose={setChosen}
          />
        </SheetPart>
      )}
    </Sheet>
  )
}

function Counts({ contacts, listed }: { contacts: Contacts; listed: number }) {
  const { cards, nameless, tooLong, noPerson, again } = contacts
  return (
    <div role="status">
      <p className={text.strong}>
        <Plural value={cards} one="# contact in this file" other="# contacts in this file" />
      </p>
      <ul className={text.muted}>
        {listed > 0 && (
          <li>
            <Plural value={listed} one="# is on your list already." other="# are on your list already." />
          </li>
        )}
        {again > 0 && (
          <li>
            <Plural
              value={again}
              one="# has a name that came before."
              other="# have a name that came before."
            />
          </li>
        )}
        {nameless > 0 && (
          <li>
            <Plural
              value={nameless}
              one="# has no name and stays out."
              other="# have no name and stay out."
            />
          </li>
        )}
        {noPerson > 0 && (
          <li>
            <Plural
              value={noPerson}
              one="# is a company or a group and stays out."
              other="# are companies or groups and stay out."
            />
          </li>
        )}
        {tooLong > 0 && (
          <li>
            <Plural
              value={tooLong}
              one="# has too long a name and stays out."
              other="# have too long a name and stay out."
            />
          </li>
        )}
      </ul>
    </div>
  )
}
