import type { Voice } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { Bookmark } from 'lucide-react'
import { Action } from '../../ui/action.tsx'
import { useRemember } from './use-remember.ts'

/** Keeps a voice to be found again, or forgets it. */
export function RememberAction({ voice }: { voice: Voice }) {
  const { t } = useLingui()
  const { remember, forget } = useRemember()
  const isKept = voice.remembered !== null
  return (
    <Action
      icon={Bookmark}
      done={isKept}
      shortcut="s"
      onPress={() => void (isKept ? forget(voice) : remember(voice))}
    >
      {isKept
        ? t({ message: 'Remembered', context: 'action' })
        : t({ message: 'Remember', context: 'action' })}
    </Action>
  )
}
