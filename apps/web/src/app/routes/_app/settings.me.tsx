import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { FaceField } from '../../../features/settings/face-field.tsx'
import { NameForm } from '../../../features/settings/name-form.tsx'
import { SettingsFrame, SettingsPart } from '../../settings-frame.tsx'

export const Route = createFileRoute('/_app/settings/me')({ component: MePage })

function MePage() {
  const { t } = useLingui()
  return (
    <SettingsFrame title={t`Me`} lead={t`How people know you and find you.`}>
      <SettingsPart title={t`Your photo`}>
        <FaceField />
      </SettingsPart>
      <SettingsPart title={t`Your name`}>
        <NameForm />
      </SettingsPart>
    </SettingsFrame>
  )
}
