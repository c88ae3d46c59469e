import type { Answerable } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { usePersonWords } from '../../lib/words/person-words.ts'
import text from '../../ui/text.module.css'
import { answerableAsksQuery } from './ask-queries.ts'
import css from './asks.module.css'

/** In the margin: what others ask of which I know something. Nothing where there is none, and nobody sees it. */
export function CouldAnswer() {
  const { t } = useLingui()
  const { data = [] } = useQuery(answerableAsksQuery)
  const known = data.filter(({ because }) => because !== null)
  if (known.length === 0) return <section />
  return (
    <section>
      <h2>{t`Could you answer?`}</h2>
      <ul className={css.could}>
        {known.map((one) => (
          <Known key={one.ask.post} one={one} />
        ))}
      </ul>
      <p className={text.hint}>
        <Trans>Because you recommend such things, or say that one can ask you. Only you see this.</Trans>
      </p>
    </section>
  )
}

function Known({ one: { ask } }: { one: Answerable }) {
  const { who } = usePersonWords()(ask.person)
  return (
    <li>
      <Link to="/asks/$id" params={{ id: ask.post }} className={text.tapLink} lang={ask.language}>
        {ask.wish.title}
      </Link>
      <p className={text.meta}>{who}</p>
    </li>
  )
}
