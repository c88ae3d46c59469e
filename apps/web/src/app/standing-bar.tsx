import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { CloudOff, RefreshCw } from 'lucide-react'
import { leave } from '../lib/leave.ts'
import { useLive } from '../lib/live/use-live.ts'
import { useNewVersion } from '../lib/new-version.ts'
import { StatusBar } from '../ui/status-bar.tsx'

/** Says when nothing new can arrive, a short hiccup being not worth a word, and when Kith itself is newer than what runs here. */
export function StandingBar() {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const standing = useLive(() => leave(queryClient))
  const isNewer = useNewVersion()
  if (standing === 'fine') {
    return (
      <StatusBar icon={RefreshCw} action={{ label: t`Load it`, onPress: () => location.reload() }}>
        {isNewer ? t`A new version of Kith is here.` : null}
      </StatusBar>
    )
  }
  return (
    <StatusBar icon={CloudOff}>
      {standing === 'offline'
        ? t`No connection. What you write is kept on this device.`
        : t`What is new does not arrive by itself just now. It is tried again.`}
    </StatusBar>
  )
}
