import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { InstallEntry } from '../../../features/settings/install-entry.tsx'
import { Looks } from '../../../features/settings/looks.tsx'
import { TimeZoneField } from '../../../features/settings/time-zone-field.tsx'
import { useInstallWay } from '../../../lib/installing.ts'
import { SettingsFrame, SettingsPart } from '../../settings-frame.tsx'

export const Route = createFileRoute('/_app/settings/look')({ component: LookPage })

function LookPage() {
  const { t } = useLingui()
  const way = useInstallWay()
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
      {way !== 'none' && (
        <SettingsPart title={t`As an app`}>
          <InstallEntry way={way} />
        </SettingsPart>
      )}
    </SettingsFrame>
  )
}
