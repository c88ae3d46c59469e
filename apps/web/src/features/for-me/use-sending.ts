import type { Passed, PassOn, PersonId } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { showToast } from '../../ui/toast.tsx'

const UNDO_MS = 10_000

/** Points a tie to somebody else's post; for ten seconds it can be taken back. */
export function usePass(post: string, name: string) {
  const { t } = useLingui()
  const offerUndo = useUndo(t`Passed on to ${name}.`)
  return useMutation({
    mutationFn: (wish: PassOn) => api.post<Passed>(`/recommendations/${post}/pass`, wish),
    onSuccess: ({ id }) => offerUndo(`/passes/${id}`),
  })
}

/** Shows a post of mine to a tie, whatever its audience; for ten seconds it can be taken back from here. */
export function useAddress(post: string, name: string) {
  const { t } = useLingui()
  const offerUndo = useUndo(t`Addressed to ${name}.`)
  return useMutation({
    mutationFn: (to: PersonId) => api.post(`/recommendations/${post}/address`, { to }),
    onSuccess: (_answer, to) => offerUndo(`/recommendations/${post}/address/${to}`),
  })
}

function useUndo(done: string): (path: string) => void {
  const { t } = useLingui()
  const words = useErrorWords()
  return (path) => {
    const undo = () => api.delete(path).catch((error: unknown) => showToast({ text: words(error) }))
    showToast({ text: done, durationMs: UNDO_MS, action: [{ label: t`Undo`, onPress: () => void undo() }] })
  }
}
