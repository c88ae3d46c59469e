import type { Remembered } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import css from './remembered.module.css'

/** Why and since when I remember something. */
export function RememberedNote({ entry: { voice, since } }: { entry: Remembered }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const ago = agoWords(since, now(), spokenLanguage())
  const reason = voice.remembered?.reason ?? null
  return (
    <div className={css.note}>
      {reason !== null && <span className={cx(text.voiceSmall, css.reason)}>{reason}</span>}
      <span className={text.meta}>{t`remembered ${ago}`}</span>
      <span className={layout.flush}>
        <Button variant="quiet" onClick={() => openSheet('remember', voice.post)}>
          {reason === null ? <Trans>Say why</Trans> : <Trans>Change the reason</Trans>}
        </Button>
      </span>
    </div>
  )
}
