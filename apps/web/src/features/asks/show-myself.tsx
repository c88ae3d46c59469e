import type { AnswerToMe, PostId } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { UserRound, UserRoundX } from 'lucide-react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Action } from '../../ui/action.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useShowMyself } from './ask-queries.ts'

/** Shows somebody beyond my ties who answered that it is I who ask, or takes it back. */
export function ShowMyself({ ask, answer: { voice, shown } }: { ask: PostId; answer: AnswerToMe }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const show = useShowMyself(ask, voice.post)
  if (voice.person.shown === 'tie') return null
  const say = (text: string) => ({
    onSuccess: () => showToast({ text }),
    onError: (error: unknown) => showToast({ text: words(error) }),
  })
  return shown ? (
    <Action
      icon={UserRoundX}
      onPress={() => show.mutate(false, say(t`Your name does not stand with your ask there any more.`))}
    >
      {t`Hide my name again`}
    </Action>
  ) : (
    <Action
      icon={UserRound}
      onPress={() => show.mutate(true, say(t`Whoever answered with this now sees who asks.`))}
    >
      {t`Show my name`}
    </Action>
  )
}
