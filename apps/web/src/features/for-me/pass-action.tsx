import { useLingui } from '@lingui/react/macro'
import { Forward } from 'lucide-react'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { Action } from '../../ui/action.tsx'

/** Points one of my ties to what somebody else said. */
export function PassAction({ post }: { post: string }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  return (
    <Action icon={Forward} shortcut="p" onPress={() => openSheet('pass', post)}>
      {t`Pass on`}
    </Action>
  )
}
