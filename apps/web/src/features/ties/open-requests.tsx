import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { Button } from '../../ui/button.tsx'
import layout from '../../ui/layout.module.css'
import { Ring } from '../../ui/ring.tsx'
import rows from '../../ui/rows.module.css'
import text from '../../ui/text.module.css'
import { requestsQuery, useWithdrawRequest } from './tie-queries.ts'

/** Requests in both directions that are still open; nothing where there are none. */
export function OpenRequests() {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const { data } = useQuery(requestsQuery)
  const withdraw = useWithdrawRequest()
  if (data === undefined || data.incoming.length + data.outgoing.length === 0) return null
  return (
    <section className={layout.part}>
      <h2 className={text.section}>{t`Open requests`}</h2>
      <ul className={rows.rows}>
        {data.incoming.map(({ id, person }) => (
          <li key={id}>
            <Ring pattern="unsorted" name={person.name} />
            <div>
              <p className={text.name}>{person.name}</p>
              <p className={text.meta}>{t`would like a tie with you`}</p>
            </div>
            <Button onClick={() => openSheet('accept', id)}>
              <Trans>Have a look</Trans>
            </Button>
          </li>
        ))}
        {data.outgoing.map(({ id, person }) => (
          <li key={id}>
            <Ring pattern="unsorted" name={person.name} />
            <div>
              <p className={text.name}>{person.name}</p>
              <p className={text.meta}>{t`has not answered yet`}</p>
            </div>
            <Button variant="quiet" onClick={() => withdraw.mutate(id)}>
              <Trans>Take back</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
