import { useLingui } from '@lingui/react/macro'
import { MeSwitch } from './me-switch.tsx'

/** Whether I am told once a week of somebody whom I could turn to. */
export function CareSwitch() {
  const { t } = useLingui()
  return (
    <MeSwitch
      of="care"
      title={t`Remind me of my people`}
      line={t`Once a week at most, and only where there is a reason to get in touch.`}
    />
  )
}
