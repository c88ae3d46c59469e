import { Trans, useLingui } from '@lingui/react/macro'
import { createFileRoute, Link } from '@tanstack/react-router'
import { ClosedList } from '../../../features/for-me/closed-list.tsx'
import { BlockList } from '../../../features/settings/block-list.tsx'
import { HiddenList } from '../../../features/settings/hidden-list.tsx'
import { HowILook } from '../../../features/settings/how-i-look.tsx'
import { MySwitches } from '../../../features/settings/my-switches.tsx'
import text from '../../../ui/text.module.css'
import { SettingsFrame, SettingsPart } from '../../settings-frame.tsx'

export const Route = createFileRoute('/_app/settings/people')({ component: PeopleAndPrivacyPage })

function PeopleAndPrivacyPage() {
  const { t } = useLingui()
  return (
    <SettingsFrame title={t`People and privacy`} lead={t`Nobody is told of anything that you change here.`}>
      <SettingsPart title={t`What goes through you`}>
        <MySwitches />
        <HowILook />
      </SettingsPart>
      <SettingsPart title={t`What you do not hear`}>
        <HiddenList />
      </SettingsPart>
      <SettingsPart title={t`What does not come to “for me”`}>
        <ClosedList />
      </SettingsPart>
      <SettingsPart title={t`Whom you blocked`}>
        <BlockList />
      </SettingsPart>
      <SettingsPart title={t`Reports`}>
        <p className={text.lead}>
          <Trans>What you reported, and what whoever runs this Kith opened of yours, with the reason.</Trans>
        </p>
        <Link to="/reports" className={text.tapLink}>
          <Trans>To the reports</Trans>
        </Link>
      </SettingsPart>
    </SettingsFrame>
  )
}
