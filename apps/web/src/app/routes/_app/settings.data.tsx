import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { TakeAlong } from '../../../features/export/take-along.tsx'
import { BringPart } from '../../../features/imports/bring-part.tsx'
import { LeavePart } from '../../../features/leaving/leave-part.tsx'
import { SettingsFrame, SettingsPart } from '../../settings-frame.tsx'

export const Route = createFileRoute('/_app/settings/data')({ component: DataPage })

function DataPage() {
  const { t } = useLingui()
  return (
    <SettingsFrame title={t`Your data`} lead={t`What is yours comes and goes as you like.`}>
      <SettingsPart title={t`Take it with you`}>
        <TakeAlong />
      </SettingsPart>
      <SettingsPart title={t`Bring something with you`}>
        <BringPart />
      </SettingsPart>
      <SettingsPart title={t`Leave Kith`}>
        <LeavePart />
      </SettingsPart>
    </SettingsFrame>
  )
}
