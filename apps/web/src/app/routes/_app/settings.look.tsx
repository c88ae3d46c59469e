import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { Looks } from '../../../features/settings/looks.tsx'
import { TimeZoneField } from '../../../features/settings/time-zone-field.tsx'
import { SettingsFrame, SettingsPart } from '../../settings-frame.tsx'

export const Route = createFileRoute('/_app/settings/look')({ component: LookPage })

function LookPage() {
  const { t } = useLingui()
  return (
    <SettingsFrame
      title={t`Look and language`}
      lead={t`How Kith looks on this device. Language and time zone hold for its letters, too.`}
    >
      <SettingsPart title={t`On this device`}>
        <Looks />
      </SettingsPart>
      <SettingsPart title={t`Your time`}>
        <TimeZoneField />
      </SettingsPart>
    </SettingsFrame>
  )
}
