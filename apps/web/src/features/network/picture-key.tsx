import { Trans, useLingui } from '@lingui/react/macro'
import { CLOSENESS } from '../../lib/words/closeness-words.ts'
import { TieLine } from '../../ui/chain.tsx'
import text from '../../ui/text.module.css'
import css from './network.module.css'

const SAMPLES = [1, 3, 5] as const

/** What the lines mean. */
export function PictureKey({ more }: { more: boolean }) {
  const { t } = useLingui()
  return (
    <ul className={css.key}>
      {SAMPLES.map((step) => (
        <li key={step}>
          <TieLine closeness={step} className={css.sample ?? ''} />
          <span className={text.meta}>{t(CLOSENESS[step].short)}</span>
        </li>
      ))}
      <li>
        <i className={css.dots} />
        <span className={text.meta}>
          <Trans>how well others know each other is theirs</Trans>
        </span>
      </li>
      {more && (
        <li>
          <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
            <circle className={css.more} r="8.5" />
          </svg>
          <span className={text.meta}>
            <Trans>more comes through than is drawn</Trans>
          </span>
        </li>
      )}
    </ul>
  )
}
