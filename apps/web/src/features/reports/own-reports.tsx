import type { OwnReport } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { dateWords } from '../../lib/words/dates.ts'
import { CLASS_WORDS, REASON_WORDS } from '../../lib/words/report-words.ts'
import cases from '../../ui/cases.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { CaseAnswer } from './case-answer.tsx'
import { reportsQuery } from './report-queries.ts'

/** What I reported, and what the operator answered. */
export function OwnReports() {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(reportsQuery)
  if (data === undefined) {
    if (error === null) return <RowSkeleton count={2} />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  if (data.length === 0) return <p className={text.muted}>{t`You have reported nothing.`}</p>
  return (
    <ol className={cases.cases}>
      {data.map((report) => (
        <li key={report.id}>
          <ReportRow report={report} />
        </li>
      ))}
    </ol>
  )
}

function ReportRow({ report }: { report: OwnReport }) {
  const { t } = useLingui()
  const { what, reason, words, made, waiting, decision } = report
  const day = dateWords(made, now(), spokenLanguage())
  const thing = t(CLASS_WORDS[what])
  return (
    <article className={cases.case} aria-label={thing}>
      <h3 className={text.name}>{thing}</h3>
      <p className={text.meta}>
        <Trans>
          reported on {day}: {t(REASON_WORDS[reason])}
        </Trans>
      </p>
      {words !== null && <p className={cases.words}>{words}</p>}
      {decision === null && waiting && (
        <p className={text.lead}>
          <Trans>Nobody has decided yet. The answer comes here, and to your notifications.</Trans>
        </p>
      )}
      <CaseAnswer side={report} />
    </article>
  )
}
