import { useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { showToast, UNDO_MS } from '../../ui/toast.tsx'
import { useAddNames } from './to-invite-queries.ts'

/** Says that somebody is off the list, with a way back onto it. */
export function useTellOff() {
  const { t } = useLingui()
  const words = useErrorWords()
  const { mutate: add } = useAddNames()
  return (name: string) =>
    void showToast({
      text: t`${name} is off your list.`,
      durationMs: UNDO_MS,
      action: [
        {
          label: t`Undo`,
          onPress: () => add([name], { onError: (error) => showToast({ text: words(error) }) }),
        },
      ],
    })
}
