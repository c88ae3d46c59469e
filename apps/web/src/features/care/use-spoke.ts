import type { ShownTie, TieCare } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { firstName } from '../../lib/words/first-name.ts'
import { showToast, UNDO_MS } from '../../ui/toast.tsx'
import { useSaySpoke } from './care-queries.ts'

/** Notes that we spoke today, with a way back to what stood there before. */
export function useSpoke({ tie, spokeOn }: TieCare, person: ShownTie) {
  const { t } = useLingui()
  const say = useSaySpoke(tie)
  const name = firstName(person.name)
  const done = () =>
    showToast({
      text: t`Noted: you spoke with ${name} today.`,
      durationMs: UNDO_MS,
      action: [{ label: t`Undo`, onPress: () => say.mutate({ said: spokeOn }) }],
    })
  return { spoke: () => say.mutate({ said: undefined, done }), isPending: say.isPending }
}
