import { Trans, useLingui } from '@lingui/react/macro'
import { type InstallWay, install } from '../../lib/installing.ts'
import { Button } from '../../ui/button.tsx'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import css from './settings.module.css'

/** Puts Kith on the home screen, or says how. */
export function InstallEntry({ way }: { way: Exclude<InstallWay, 'none'> }) {
  const { t } = useLingui()
  if (way === 'done') return <p className={text.muted}>{t`Kith stands among your apps.`}</p>
  if (way === 'press') {
    return (
      <>
        <p className={text.muted}>
          <Trans>
            On your home screen it opens like an app of its own, and other apps can share things into it.
          </Trans>
        </p>
        <div className={layout.part}>
          <Button onClick={() => void install()}>{t`Put Kith on your home screen`}</Button>
        </div>
      </>
    )
  }
  return (
    <>
      <p className={text.muted}>{t`On your home screen it opens like an app of its own.`}</p>
      <ol className={css.steps}>
        <li>{t`Tap “Share” in your browser, the square with the arrow.`}</li>
        <li>{t`Choose “Add to Home Screen”.`}</li>
      </ol>
    </>
  )
}
