import { useLingui } from '@lingui/react/macro'
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import css from './network.module.css'

/** The picture nearer, farther, or all of it. */
export function ZoomButtons({ onCloser, onFarther, onFit, enlarged }: ZoomButtonsProps) {
  const { t } = useLingui()
  return (
    <div className={css.zoom}>
      <IconButton label={t`Enlarge the picture`} onClick={onCloser}>
        <Icon of={ZoomIn} />
      </IconButton>
      <IconButton label={t`Shrink the picture`} disabled={!enlarged} onClick={onFarther}>
        <Icon of={ZoomOut} />
      </IconButton>
      <IconButton label={t`Show all of it`} disabled={!enlarged} onClick={onFit}>
        <Icon of={Maximize} />
      </IconButton>
    </div>
  )
}

interface ZoomButtonsProps {
  onCloser: () => void
  onFarther: () => void
  onFit: () => void
  enlarged: boolean
}
