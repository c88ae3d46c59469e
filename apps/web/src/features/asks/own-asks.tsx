import type { OwnAsk } from '@kith/contract'
import { Plural } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import text from '../../ui/text.module.css'
import { AskFacts } from './asked.tsx'
import css from './asks.module.css'

/** What I ask, with how many answers each has; nobody else learns the number. */
export function OwnAsks({ asks }: { asks: readonly OwnAsk[] }) {
  return (
    <ul className={css.own}>
      {asks.map(({ ask, own }) => (
        <li key={ask.post}>
          <h2 lang={ask.language}>
            <Link to="/asks/$id" params={{ id: ask.post }}>
              {ask.wish.title}
            </Link>
          </h2>
          <AskFacts ask={ask} />
          <p className={text.meta}>
            <Plural
              value={own.answers + own.guestAnswers}
              _0="No answer yet"
              one="# answer"
              other="# answers"
            />
          </p>
        </li>
      ))}
    </ul>
  )
}
