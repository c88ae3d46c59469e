import type { ReceivedThanks } from '@kith/contract'
import { Link } from '@tanstack/react-router'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { useThanksWords } from '../../lib/words/thanks-words.ts'
import text from '../../ui/text.module.css'
import css from './thanks.module.css'

/** Who thanks me, for what, and what went through me. */
export function ThanksList({ thanks }: { thanks: readonly ReceivedThanks[] }) {
  return (
    <ul className={css.thanks}>
      {thanks.map((one) => (
        <li key={`${one.voice.post} ${one.at}`}>
          <ThanksRow thanks={one} />
        </li>
      ))}
    </ul>
  )
}

function ThanksRow({ thanks: { voice, from, to, words, at } }: { thanks: ReceivedThanks }) {
  const thanksWords = useThanksWords()
  return (
    <article>
      <p className={css.head}>
        <span className={text.strong}>{thanksWords(from, to?.name)}</span>
        <time className={text.meta} dateTime={at}>
          {agoWords(at, now(), spokenLanguage())}
        </time>
      </p>
      {words !== null && (
        <p className={`${text.voiceSmall} ${css.words}`}>{quoted(words, spokenLanguage())}</p>
      )}
      <Link to="/recommendations/$id" params={{ id: voice.post }} className={text.tapLink}>
        {voice.subject.title}
      </Link>
    </article>
  )
}
