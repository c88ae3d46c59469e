import { useLingui } from '@lingui/react/macro'
import { MeSwitch } from './me-switch.tsx'

/** Whether I am reminded of what others ask when I mostly write about what is mine. */
export function NavelSwitch() {
  const { t } = useLingui()
  return (
    <MeSwitch
      of="navelCheck"
      title={t`Remind me of others while I write`}
      line={t`One line, where I mostly recommended what I have a part in.`}
    />
  )
}
