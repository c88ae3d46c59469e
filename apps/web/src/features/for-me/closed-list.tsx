import type { CloseForMe } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import rows from '../../ui/rows.module.css'
import text from '../../ui/text.module.css'
import { closedQuery, useOpen } from './for-me-queries.ts'

/** From whom and of what nothing comes to "for me", each to be opened again. */
export function ClosedList() {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error } = useQuery(closedQuery)
  const open = useOpen()
  if (error !== null) return <Refusal>{words(error)}</Refusal>
  if (data === undefined) return null
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
