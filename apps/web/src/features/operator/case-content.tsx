import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { clockWords } from '../../lib/words/dates.ts'
import { useSaidWords } from '../../lib/words/said-words.ts'
import { SaidList } from '../../ui/said-list.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import css from './operator.module.css'
import { contentQuery } from './operator-queries.ts'

/** What a case is about, while it is open. */
export function CaseContentPart({ id }: { id: string }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const saidWords = useSaidWords()
  const { data, error, refetch } = useQuery(contentQuery(id))
  if (data === undefined) {
    if (error === null) return <p className={text.meta} role="status">{t`Loading`}</p>
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  const until = clockWords(data.until, spokenLanguage())
  return (
    <section aria-label={t`What it is about`}>
      {data.said.length === 0 && !data.photo && (
        <p className={text.muted}>
          <Trans>It is not there any more.</Trans>
        </p>
      )}
      <SaidList said={saidWords(data.said)} />
      {data.photo && (
        <img
          className={css.photo}
          src={`/api/operator/cases/${id}/photo`}
          alt={t`The photo that was reported`}
          width={320}
          height={320}
          decoding="async"
        />
      )}
      <p className={text.hint}>
        <Trans>Open to you until {until}. That you opened it is written down.</Trans>
      </p>
    </section>
  )
}
