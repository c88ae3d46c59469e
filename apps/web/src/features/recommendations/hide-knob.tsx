import type { Hidden } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { EyeOff } from 'lucide-react'
import { api } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Knob } from '../../ui/knobs.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Told } from './told.ts'

/** Hides what a voice with a name on it says, of one without a name this post alone. Nobody is told. */
export function HideKnob({ told, onHidden }: { told: Told; onHidden: () => void }) {
  const { t } = useLingui()
  const { person, room, post } = told
  const isNamed = person.shown === 'tie' || person.shown === 'named'
  const name = isNamed ? firstName(person.name) : ''
  const hide = useHide(
    isNamed ? t`You will not hear what ${name} says.` : t`You will not hear this any more.`,
  )
  return (
    <Knob
      icon={EyeOff}
      title={isNamed ? t`Hide all that ${name} says. Nobody is told` : t`Hide this one. Nobody is told`}
      line={
        isNamed
          ? t`What comes to you through ${name} stays. You find it in the settings.`
          : t`Only this one: without a name, no others are linked to it.`
      }
      busy={hide.isPending}
      onPress={() => hide.mutate({ room, post, what: isNamed ? 'person' : 'post' }, { onSuccess: onHidden })}
    />
  )
}

function useHide(done: string) {
  const { t } = useLingui()
  const words = useErrorWords()
  const queryClient = useQueryClient()
  // Whoever hides something wants it off the page at once, so the feed is fetched again where it stands.
  const refetch = () => {
    refetchEverything(queryClient)
    void queryClient.invalidateQueries({ queryKey: ['feed'] })
  }
  const undo = (key: string) =>
    api.delete(`/hidden/${key}`).then(refetch, (error: unknown) => showToast({ text: words(error) }))
  return useMutation({
    mutationFn: ({ room, post, what }: Pick<Told, 'room' | 'post'> & { what: 'person' | 'post' }) =>
      api.post<Hidden>(`/${room}/${post}/hide`, { what }),
    onSuccess: ({ key }) => {
      refetch()
      showToast({ text: done, action: [{ label: t`Undo`, onPress: () => void undo(key) }] })
    },
    onError: (error) => showToast({ text: words(error) }),
  })
}
