import type { CloseForMe } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import rows from '../../ui/rows.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { closedQuery, useOpen } from './for-me-queries.ts'

/** From whom and of what nothing comes to "for me", each to be opened again. */
export function ClosedList() {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(closedQuery)
  const open = useOpen()
  if (data === undefined) {
    if (error === null) return <RowSkeleton />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  const closed: { name: string; wish: CloseForMe }[] = [
    ...data.people.map(({ id, name }) => ({ name, wish: { what: 'person', person: id } as const })),
    ...data.kinds.map((kind) => ({ name: t(KINDS[kind].word), wish: { what: 'kind', kind } as const })),
  ]
  if (closed.length === 0)
    return <p className={text.muted}>{t`Every tie may pass things on and address things to you.`}</p>
  return (
    <>
      <ul className={rows.rows}>
        {closed.map(({ name, wish }) => (
          <li key={name}>
            <p className={text.name}>{name}</p>
            <Button variant="quiet" onClick={() => open.mutate(wish)}>
              <Trans>Open again</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {open.error !== null && <Refusal>{words(open.error)}</Refusal>}
    </>
  )
}
