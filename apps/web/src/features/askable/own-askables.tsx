import { LIMITS, type OwnAskable, type TiesAudience } from '@kith/contract'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { useGoing } from '../../ui/going.ts'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import rows from '../../ui/rows.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { useLater } from '../../ui/use-later.ts'
import { ownAskablesQuery, useRemoveLine } from './askable-queries.ts'
import { LineWords } from './line-words.tsx'

/** What my people can ask me about: said, changed, taken away. `audienceWords` says whom a line is for. */
export function OwnAskables({ audienceWords }: OwnAskablesProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const openSheet = useOpenSheet()
  const { data, error, refetch } = useQuery(ownAskablesQuery)
  const going = useGoing()
  const remove = useRemoval()
  const lines = data?.filter(({ id }) => !going.has(id))
  return (
    <section className={layout.part}>
      <h2 className={text.titleSmall}>{t`You can ask me about …`}</h2>
      {lines === undefined && error !== null && (
        <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
      )}
      {error === null && lines === undefined && <RowSkeleton />}
      {lines?.length === 0 && (
        <p className={text.muted}>
          <Trans>
            What do you know your way around in? Those of your people whom you choose see it on your page, and
            nobody beyond them.
          </Trans>
        </p>
      )}
      <ul className={rows.rows}>
        {lines?.map((line) => (
          <OwnLine key={line.id} line={line} whom={audienceWords(line.audience)} onRemove={remove} />
        ))}
      </ul>
      {lines !== undefined && lines.length < LIMITS.askables && (
        <div className={layout.part}>
          <Button onClick={() => openSheet('askable')}>
            <Icon of={Plus} />
            <Trans>Add a line</Trans>
          </Button>
        </div>
      )}
    </section>
  )
}

interface OwnAskablesProps {
  audienceWords: (audience: TiesAudience) => string
}

function OwnLine({ line, whom, onRemove }: OwnLineProps) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const { words, audience } = line
  const out = audience.excepted.length
  const without = out > 0 && t`${plural(out, { one: 'without # person', other: 'without # people' })}`
  return (
    <li>
      <LineWords line={line} more={without ? `${whom} · ${without}` : whom} />
      <IconButton label={t`Change “${words}”`} onClick={() => openSheet('askable', line.id)}>
        <Icon of={Pencil} />
      </IconButton>
      <IconButton label={t`Remove “${words}”`} onClick={() => onRemove(line)}>
        <Icon of={Trash2} />
      </IconButton>
    </li>
  )
}

interface OwnLineProps {
  line: OwnAskable
  whom: string
  onRemove: (line: OwnAskable) => void
}

// A line is gone from the page at once, and from Kith once nobody takes that back.
function useRemoval() {
  const { t } = useLingui()
  const words = useErrorWords()
  const later = useLater(words)
  const removal = useRemoveLine()
  return ({ id }: OwnAskable) =>
    later({ text: t`The line is removed.`, act: () => removal.mutateAsync(id), hides: id })
}
