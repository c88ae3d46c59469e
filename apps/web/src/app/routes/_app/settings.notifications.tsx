import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { CareSwitch } from '../../../features/settings/care-switch.tsx'
import { LetterSwitch } from '../../../features/settings/letter-switch.tsx'
import { NavelSwitch } from '../../../features/settings/navel-switch.tsx'
import { TellingPart } from '../../../features/settings/telling-part.tsx'
import { SettingsFrame, SettingsPart } from '../../settings-frame.tsx'

export const Route = createFileRoute('/_app/settings/notifications')({ component: NotificationSettingsPage })

function NotificationSettingsPage() {
  const { t } = useLingui()
  return (
    <SettingsFrame title={t`Notifications`} lead={t`What Kith tells you by itself.`}>
      <SettingsPart title={t`While you are not looking`}>
        <TellingPart />
      </SettingsPart>
      <SettingsPart title={t`Caring for your people`}>
        <CareSwitch />
        <NavelSwitch />
        <LetterSwitch />
      </SettingsPart>
    </SettingsFrame>
  )
}
