import type { ForMeItem } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { BellOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { now } from '../../lib/clock.ts'
import { faceOf } from '../../lib/face.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { cx } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import css from './for-me.module.css'

/** Who brought it and why, and below it the voice or the ask itself. */
export function ForMeEntry({ brought, isNew, onClose, children }: ForMeEntryProps) {
  const { t } = useLingui()
  const { from, reason, sentence, at } = brought
  const how = {
    passed: t`${from.name} passed this on to you.`,
    addressed: t`${from.name} addressed this to you.`,
    asked: t`${from.name} would like to recommend you for this job.`,
    sought: t`${from.name} asks you directly.`,
  }
  return (
    <li className={cx(css.item, isNew && css.new)}>
      <div className={css.from}>
        <Ring pattern={from.ring} name={from.name} face={faceOf(from)} size={40} />
        <div className={css.words}>
          <p>
            {isNew && <span className={text.vh}>{t`New:`} </span>}
            {how[reason]}{' '}
            <time dateTime={at} className={text.meta}>
              {agoWords(at, now(), spokenLanguage())}
            </time>
          </p>
          {sentence !== null && <p className={text.voiceSmall}>{quoted(sentence, spokenLanguage())}</p>}
        </div>
      </div>
      {children}
      <button type="button" className={css.close} onClick={onClose}>
        <Icon of={BellOff} />
        {t`Less of this …`}
      </button>
    </li>
  )
}

/** What somebody brought to me, and how. */
export interface Brought extends Pick<ForMeItem, 'from' | 'sentence' | 'at'> {
  reason: ForMeItem['reason'] | 'sought'
}

interface ForMeEntryProps {
  brought: Brought
  isNew: boolean
  onClose: () => void
  children: ReactNode
}
