import { Trans, useLingui } from '@lingui/react/macro'
import { createFileRoute, Link } from '@tanstack/react-router'
import { TakeAlong } from '../../../features/export/take-along.tsx'
import { BringPart } from '../../../features/imports/bring-part.tsx'
import { LeavePart } from '../../../features/leaving/leave-part.tsx'
import layout from '../../../ui/layout.module.css'
import text from '../../../ui/text.module.css'
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
        <div className={layout.stack}>
          <BringPart />
          <p className={text.muted}>
            <Trans>
              Out of your contacts you can note whom you want to invite. They are read on this device as well.
            </Trans>{' '}
            <Link to="/invitations" className={text.tapLink}>
              <Trans>Whom to invite</Trans>
            </Link>
          </p>
        </div>
      </SettingsPart>
      <SettingsPart title={t`Leave Kith`}>
        <LeavePart />
      </SettingsPart>
    </SettingsFrame>
  )
}
