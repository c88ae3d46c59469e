import type { Sentence } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { quoted } from '../../lib/words/quotes.ts'
import layout from '../../ui/layout.module.css'
import { ShowMore } from '../../ui/show-more.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import css from './experience.module.css'
import { sentencesQuery } from './outcome-queries.ts'

/** What came back to me about a recommendation of mine; nothing is shown where nothing did. */
export function SentencesRoom({ post }: { post: string }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const pages = useInfiniteQuery(sentencesQuery(post))
  const { data, error, refetch } = pages
  if (data === undefined && error !== null) {
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  const sentences = data?.pages.flatMap((page) => page.sentences) ?? []
  if (sentences.length === 0) return null
  return (
    <section className={layout.room} aria-label={t`It let somebody down`}>
      <h2 className={text.section}>{t`It let somebody down`}</h2>
      <p className={text.muted}>
        <Trans>Only you read this. It changes nothing about your recommendation.</Trans>
      </p>
      <ul className={css.rows}>
        {sentences.map((sentence) => (
          <li key={`${sentence.said} ${sentence.text}`}>
            <SentBack sentence={sentence} />
          </li>
        ))}
      </ul>
      <ShowMore quiet of={pages} words={words} />
    </section>
  )
}

function SentBack({ sentence }: { sentence: Sentence }) {
  const personWords = usePersonWords()
  return (
    <div>
      <p className={text.meta}>
        <span className={text.strong}>{personWords(sentence.person).who}</span>{' '}
        <time dateTime={sentence.said}>{agoWords(sentence.said, now(), spokenLanguage())}</time>
      </p>
      <p className={text.voiceSmall}>{quoted(sentence.text, spokenLanguage())}</p>
    </div>
  )
}
