import type { ShownPerson, Voice } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { HeartHandshake } from 'lucide-react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { Action } from '../../ui/action.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useThanks } from './thanks-queries.ts'

/** Thanks for what somebody said; once that is done, opens what was said. */
export function ThankAction({ voice }: { voice: Voice }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const send = useSendThanks(voice)
  const isDone = voice.thanked !== null
  return (
    <Action
      icon={HeartHandshake}
      done={isDone}
      shortcut="t"
      onPress={() => {
        if (isDone) openSheet('thank', voice.post)
        else if (!send.isPending) send.mutate()
      }}
    >
      {isDone ? t({ message: 'Thanked', context: 'action' }) : t({ message: 'Thank', context: 'action' })}
    </Action>
  )
}

function useSendThanks(voice: Voice) {
  const { t } = useLingui()
  const words = useErrorWords()
  const personWords = usePersonWords()
  const openSheet = useOpenSheet()
  const { thank, takeBack } = useThanks(voice.post)
  const sentence = (through: ShownPerson) => {
    const { who } = personWords(through)
    return voice.chain !== null && voice.chain.beyond.length > 0
      ? t`Your thanks go back through ${who}.`
      : t`${who} gets your thanks.`
  }
  const undo = () => void takeBack().catch((error: unknown) => showToast({ text: words(error) }))
  return useMutation({
    mutationFn: () => thank(null),
    onSuccess: ({ through }) =>
      showToast({
        text: sentence(through),
        action: [
          { label: t`Undo`, onPress: undo },
          { label: t`Add a word`, onPress: () => openSheet('thank', voice.post) },
        ],
      }),
    onError: (error) => showToast({ text: words(error) }),
  })
}
