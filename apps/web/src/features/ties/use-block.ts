import type { Block, PersonId } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { useLater } from '../../ui/use-later.ts'

/** Blocks somebody after ten seconds in which it can be undone, or at once with "Now"; then calls `onDone`. */
export function useBlock(): (person: { id: PersonId; name: string }, onDone: () => void) => void {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const queryClient = useQueryClient()
  return (person, onDone) => {
    const first = firstName(person.name)
    later({
      text: t`${first} will be blocked in ten seconds.`,
      act: async () => {
        await api.post<Block>('/blocks', { person: person.id })
        refetchEverything(queryClient)
        onDone()
      },
      mayHurry: true,
    })
  }
}
