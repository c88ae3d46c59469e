import type { OperatorOverview } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { dateWords } from '../../lib/words/dates.ts'
import layout from '../../ui/layout.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import css from './operator.module.css'
import { overviewQuery } from './operator-queries.ts'

/** How the house stands: numbers alone. */
export function Overview() {
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(overviewQuery)
  if (data === undefined) {
    if (error === null) return <RowSkeleton count={3} />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  return (
    <>
      <Figures overview={data} />
      <SignUps signUps={data.signUps} />
    </>
  )
}

function Figures({ overview: { health, queue, versions, people } }: { overview: OperatorOverview }) {
  const { t } = useLingui()
  const rounded = (ms: number) => `${Math.round(ms)} ms`
  const figures = [
    [t`Database answers in`, rounded(health.databaseMs)],
    [t`Engine is behind by`, rounded(health.lagMs)],
    [t`Processes`, health.processes],
    [t`Cases that wait`, queue.cases],
    ...(queue.jobs === null ? [] : [[t`Jobs that wait`, queue.jobs] as const]),
    [t`People`, people],
    ['Kith', versions.kith],
    ['Node', versions.node],
    ['PostgreSQL', versions.postgres],
    [t`Tables`, versions.schema],
  ] as const
  return (
    <dl className={css.figures}>
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function SignUps({ signUps }: Pick<OperatorOverview, 'signUps'>) {
  return (
    <div className={layout.part}>
      <h3 className={text.section}>
        <Trans>Sign-ups a day</Trans>
      </h3>
      <ol className={css.days}>
        {signUps.map(({ day, count }) => (
          <li key={day}>
            <span className={text.meta}>{dateWords(`${day}T12:00:00Z`, now(), spokenLanguage())}</span>
            <span>{count}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
