import type { CaseOfMine } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { dateWords } from '../../lib/words/dates.ts'
import { CLASS_WORDS } from '../../lib/words/report-words.ts'
import { useSaidWords } from '../../lib/words/said-words.ts'
import cases from '../../ui/cases.module.css'
import { SaidList } from '../../ui/said-list.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { CaseAnswer } from './case-answer.tsx'
import { aboutMeQuery } from './report-queries.ts'
import css from './reports.module.css'

/** What of mine an operator opened, when and why, and what came of it. */
export function LooksAtMine() {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(aboutMeQuery)
  if (data === undefined) {
    if (error === null) return <RowSkeleton count={2} />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  if (data.length === 0) return <p className={text.muted}>{t`Nothing of yours was opened.`}</p>
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

function CaseRow({ one }: { one: CaseOfMine }) {
  const { t } = useLingui()
  const saidWords = useSaidWords()
  const thing = t(CLASS_WORDS[one.what])
  return (
    <article className={cases.case} aria-label={thing}>
      <h3 className={text.name}>{thing}</h3>
      <SaidList said={saidWords(one.said)} />
      <ul className={css.looks}>
        {one.looks.map(({ at, why }) => {
          const day = dateWords(at, now(), spokenLanguage())
          return (
            <li key={at}>
              <p className={text.meta}>
                <Trans>The operator opened it on {day}:</Trans>
              </p>
              <p className={cases.words}>{why}</p>
            </li>
          )
        })}
      </ul>
      <CaseAnswer side={one} />
    </article>
  )
}
