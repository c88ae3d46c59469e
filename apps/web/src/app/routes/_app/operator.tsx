import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { CaseList } from '../../../features/operator/case-list.tsx'
import { OperatorsPart } from '../../../features/operator/operators-part.tsx'
import { Overview } from '../../../features/operator/overview.tsx'
import { useMe } from '../../../lib/use-me.ts'
import { MissingPage } from '../../broken-pages.tsx'
import { SettingsFrame, SettingsPart } from '../../settings-frame.tsx'

export const Route = createFileRoute('/_app/operator')({ component: OperatorPage })

// For whoever is no operator there is no such page.
function OperatorPage() {
  const { operator } = useMe()
  return operator ? <ThePage /> : <MissingPage />
}

function ThePage() {
  const { t } = useLingui()
  return (
    <SettingsFrame
      title={t`Operator`}
      lead={t`Numbers, and what waits for a decision. Nobody’s words are here before you open them with a reason.`}
    >
      <SettingsPart title={t`What waits for a decision`}>
        <CaseList />
      </SettingsPart>
      <SettingsPart title={t`How it stands`}>
        <Overview />
      </SettingsPart>
      <SettingsPart title={t`Operators`}>
        <OperatorsPart />
      </SettingsPart>
    </SettingsFrame>
  )
}
