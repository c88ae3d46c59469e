import type { Message, Thread } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { useOthersWords } from '../../lib/words/others-words.ts'
import { cx } from '../../ui/class-names.ts'
import text from '../../ui/text.module.css'
import { PersonRing } from './person-ring.tsx'
import css from './threads.module.css'

/** My threads: with whom, the newest word, and a lamp where I have not read it. */
export function ThreadList({ threads }: { threads: readonly Thread[] }) {
  return (
    <ul className={css.threads}>
      {threads.map((thread) => (
        <li key={thread.id}>
          <ThreadRow thread={thread} />
        </li>
      ))}
    </ul>
  )
}

function ThreadRow({ thread: { id, others, unread, last } }: { thread: Thread }) {
  const { t } = useLingui()
  const othersWords = useOthersWords()
  const lastWords = useLastWords()
  const who = othersWords(others)
  return (
    <Link to="/threads/$id" params={{ id }} className={css.row}>
      {others[0] !== undefined && <PersonRing person={others[0]} />}
      <span className={css.words}>
        <span className={cx(text.name, unread && css.unread)}>
          {unread && <span className={text.vh}>{t`Unread:`} </span>}
          {who}
        </span>
        {last !== null && <span className={cx(text.small, text.muted, css.last)}>{lastWords(last)}</span>}
      </span>
      {last !== null && (
        <time className={text.meta} dateTime={last.at}>
          {agoWords(last.at, now(), spokenLanguage())}
        </time>
      )}
      {unread && <i className={css.lamp} />}
    </Link>
  )
}

function useLastWords(): (last: Message) => string {
  const { t } = useLingui()
  return ({ person, text: said }) => {
    if (person.shown === 'self') return said === null ? t`You sent a photo.` : t`You: ${said}`
    return said ?? t`A photo.`
  }
}
