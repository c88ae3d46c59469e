import type { Ask } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { now } from '../../lib/clock.ts'
import { dateWords } from '../../lib/words/dates.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { quoted } from '../../lib/words/quotes.ts'
import facts from '../../ui/facts.module.css'
import { Icon } from '../../ui/icon.tsx'
import { Marked } from '../../ui/marked.tsx'
import text from '../../ui/text.module.css'
import css from './asks.module.css'

const DAY_MS = 86_400_000

/** Of which kind, where, and until when somebody asks. */
export function AskFacts({ ask }: { ask: Pick<Ask, 'wish' | 'ends' | 'isOver'> }) {
  const { t } = useLingui()
  const { word, icon } = KINDS[ask.wish.kind]
  const until = useUntilWords()
  const { place, trade, region, role, field, hours, urgent } = ask.wish
  const said = [
    place,
    trade,
    region,
    role,
    field,
    hours === 'full' ? t`full time` : null,
    hours === 'part' ? t`part time` : null,
    urgent ? t`it hurries` : null,
    until(ask),
  ]
  return (
    <p className={facts.facts}>
      <span className={facts.kind}>
        <Icon of={icon} />
        {t(word)}
      </span>
      {said.map((fact) => fact !== null && <span key={fact}>{fact}</span>)}
    </p>
  )
}

/** Until when an ask is open, in words: its last day, not the moment behind it. */
function useUntilWords(): (ask: Pick<Ask, 'ends' | 'isOver'>) => string {
  const { t, i18n } = useLingui()
  return ({ ends, isOver }) => {
    if (isOver) return t`over`
    const lastDay = new Date(new Date(ends).getTime() - DAY_MS / 2)
    const day = dateWords(lastDay.toISOString(), now(), i18n.locale)
    return t({ message: `open until ${day}`, context: 'ask' })
  }
}

/** What is said beside the question. */
export function AskedWords({ ask: { wish, language } }: { ask: Pick<Ask, 'wish' | 'language'> }) {
  if (wish.words === null) return null
  return (
    <blockquote className={`${text.voice} ${css.words}`} lang={language}>
      <Marked>{quoted(wish.words, language)}</Marked>
    </blockquote>
  )
}
