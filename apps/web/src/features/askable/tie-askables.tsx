import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import css from './askable.module.css'
import { tieAskablesQuery } from './askable-queries.ts'
import { LineWords } from './line-words.tsx'

/** What I can ask a tie of mine about; nothing at all where he says nothing to me. */
export function TieAskables({ tie, name }: { tie: string; name: string }) {
  const { t } = useLingui()
  const { data: lines = [] } = useQuery(tieAskablesQuery(tie))
  if (lines.length === 0) return null
  return (
    <section className={layout.part}>
      <h2 className={text.section}>{t`You can ask ${name} about …`}</h2>
      <ul className={css.lines}>
        {lines.map((line) => (
          <li key={line.id}>
            <LineWords line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}
