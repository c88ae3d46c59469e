import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useErrorWords } from '../../lib/use-error-words.ts'
import cases from '../../ui/cases.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { CaseRow } from './case-row.tsx'
import { casesQuery } from './operator-queries.ts'

/** What waits for a decision, the oldest first, without what it is about. */
export function CaseList() {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(casesQuery)
  if (data === undefined) {
    if (error === null) return <RowSkeleton count={3} />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  if (data.length === 0) return <p className={text.muted}>{t`Nothing waits for you.`}</p>
  return (
    <ol className={cases.cases}>
      {data.map((one) => (
        <li key={one.id}>
          <CaseRow one={one} />
        </li>
      ))}
    </ol>
  )
}
