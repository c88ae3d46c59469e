import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { LooksAtMine } from '../../../features/reports/looks-at-mine.tsx'
import { OwnReports } from '../../../features/reports/own-reports.tsx'
import { SettingsFrame, SettingsPart } from '../../settings-frame.tsx'

export const Route = createFileRoute('/_app/reports')({ component: ReportsPage })

function ReportsPage() {
  const { t } = useLingui()
  return (
    <SettingsFrame
      title={t`Reports`}
      lead={t`Whoever runs this Kith reads no posts. What they open of yours, and why, stands here afterwards.`}
    >
      <SettingsPart title={t`What you reported`}>
        <OwnReports />
      </SettingsPart>
      <SettingsPart title={t`What was opened of yours`}>
        <LooksAtMine />
      </SettingsPart>
    </SettingsFrame>
  )
}
