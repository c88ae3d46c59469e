import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { PasskeyRoom } from '../../../features/settings/passkey-room.tsx'
import { PasswordPart } from '../../../features/settings/password-part.tsx'
import { SessionList } from '../../../features/settings/session-list.tsx'
import { SettingsFrame, SettingsPart } from '../../settings-frame.tsx'

export const Route = createFileRoute('/_app/settings/security')({ component: SecurityPage })

function SecurityPage() {
  const { t } = useLingui()
  return (
    <SettingsFrame title={t`Security`} lead={t`Who gets in as you, and from where.`}>
      <SettingsPart title={t`Password`}>
        <PasswordPart />
      </SettingsPart>
      <SettingsPart title={t`Where you are signed in`}>
        <SessionList />
      </SettingsPart>
      <PasskeyRoom />
    </SettingsFrame>
  )
}
