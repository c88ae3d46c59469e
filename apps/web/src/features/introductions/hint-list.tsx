import type { IntroductionHint } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { now } from '../../lib/clock.ts'
import { useBring } from '../../lib/introduction-sheets.ts'
import { dateWords } from '../../lib/words/dates.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Button } from '../../ui/button.tsx'
import layout from '../../ui/layout.module.css'
import { Marked } from '../../ui/marked.tsx'
import text from '../../ui/text.module.css'
import { introductionHintsQuery } from './introduction-queries.ts'
import css from './introductions.module.css'

/** Whom I could bring together, quietly: nothing where there is nobody, or while it is not known. */
export function HintList() {
  const { data: hints = [] } = useQuery(introductionHintsQuery)
  if (hints.length === 0) return null
  return (
    <section className={layout.room}>
      <h2>
        <Trans>You could bring together</Trans>
      </h2>
      <ul className={css.rows}>
        {hints.map((hint) => (
          <Hint key={hint.ask.post} hint={hint} />
        ))}
      </ul>
    </section>
  )
}

function Hint({ hint: { asker, ask, kind, helper, post, subject, said } }: { hint: IntroductionHint }) {
  const { i18n } = useLingui()
  const bring = useBring()
  const [one, other] = [firstName(asker.name), firstName(helper.name)]
  const title = quoted(subject.title, i18n.locale)
  const date = dateWords(said, now(), i18n.locale)
  return (
    <li>
      <div>
        <p className={text.name}>
          <Link to="/asks/$id" params={{ id: ask.post }}>
            <Marked>{ask.title}</Marked>
          </Link>
        </p>
        <p className={text.meta}>
          <Trans>
            {one} asks.{' '}
            <Link to="/recommendations/$id" params={{ id: post }}>
              {other} recommended {title} on {date}.
            </Link>
          </Trans>
        </p>
      </div>
      <span className={layout.flush}>
        <Button variant="quiet" onClick={() => bring({ one: asker.id, other: helper.id, kind })}>
          <Trans>Bring together</Trans>
        </Button>
      </span>
    </li>
  )
}
