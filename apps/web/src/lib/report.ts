import type { ReportedKind } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { Flag } from 'lucide-react'
import { useOpenSheet } from './use-sheet.ts'

/** Opens the sheet in which one reports something to the operator: a person and a face by handle, all else by id. */
export function useReport(): (what: ReportedKind, id: string, how?: { replace: boolean }) => void {
  const openSheet = useOpenSheet()
  return (what, id, how) => openSheet('report', `${what}:${id}`, how)
}

/** The row that reports something, among other verbs. */
export function useReportKnob() {
  const { t } = useLingui()
  const report = useReport()
  return (what: ReportedKind, id: string, how?: { replace: boolean }) => ({
    icon: Flag,
    title: t`Report it`,
    line: t`To whoever runs this Kith. Nobody else is told who reported.`,
    onPress: () => report(what, id, how),
  })
}
