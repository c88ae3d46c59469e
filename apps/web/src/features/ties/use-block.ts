import type { Block, PersonId } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'
import { undoable } from '../../lib/undoable.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { firstName } from '../../lib/words/person-words.ts'
import { showToast } from '../../ui/toast.tsx'

const UNDO_MS = 10_000

/**
 * Blocks somebody after ten seconds in which it can be undone, at once with "Now", and also when the page is
 * closed meanwhile. `onDone` is called when it has taken effect.
 */
export function useBlock(): (person: { id: PersonId; name: string }, onDone: () => void) => void {
  const { t } = useLingui()
  const words = useErrorWords()
  const queryClient = useQueryClient()
  return (person, onDone) => {
    const first = firstName(person.name)
    const { takeEffect, undo } = undoable(() => {
      api.post<Block>('/blocks', { person: person.id }).then(
        () => {
          refetchEverything(queryClient)
          onDone()
        },
        (error: unknown) => showToast({ text: words(error) }),
      )
    })
    showToast({
      text: t`${first} will be blocked in ten seconds.`,
      durationMs: UNDO_MS,
      onGone: takeEffect,
      action: [
        { label: t`Now`, onPress: takeEffect },
        { label: t`Undo`, onPress: undo },
      ],
    })
  }
}
