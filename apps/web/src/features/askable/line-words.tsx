import type { Askable } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { KINDS } from '../../lib/words/kind-words.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import css from './askable.module.css'

/** One line: its kind by glyph and word, what it says, and where. */
export function LineWords({ line, more }: { line: Askable; more?: string }) {
  const { t } = useLingui()
  const { word, icon } = KINDS[line.kind]
  const about = [t(word), line.place, more].filter((part) => part !== null && part !== undefined)
  return (
    <div className={css.line}>
      <Icon of={icon} />
      <div>
        <p className={text.voiceSmall}>{line.words}</p>
        <p className={text.meta}>{about.join(' · ')}</p>
      </div>
    </div>
  )
}
